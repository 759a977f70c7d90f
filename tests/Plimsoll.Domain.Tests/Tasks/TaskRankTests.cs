using CsCheck;
using Plimsoll.Domain.Tasks;

namespace Plimsoll.Domain.Tests.Tasks;

public sealed class TaskRankTests
{
    private static readonly DateTime At = new(2026, 11, 23, 9, 0, 0, DateTimeKind.Utc);

    /// <summary>Wherever tasks are dropped in a column, each stands where it was dropped, and nothing else has moved.</summary>
    [Fact]
    public void A_task_stands_where_it_is_put() =>
        Gen.Int[0, 1000]
            .List[0, 200]
            .Sample(places =>
            {
                var column = new List<string>();
                foreach (var place in places)
                {
                    var at = place % (column.Count + 1);
                    column.Insert(
                        at,
                        TaskRank.Between(
                            at == 0 ? null : column[at - 1],
                            at == column.Count ? null : column[at]
                        )
                    );
                }
                column.Order(StringComparer.Ordinal).ShouldBe(column);
                column.Distinct().Count().ShouldBe(column.Count);
                column.ShouldAllBe(r => r.Length <= TaskRank.Limit);
            });

    [Fact]
    public void What_arrives_later_stands_below_and_there_is_room_between()
    {
        var first = TaskRank.Arriving(At, 1);
        var second = TaskRank.Arriving(At, 2);
        var later = TaskRank.Arriving(At.AddMilliseconds(1), 1);
        string.CompareOrdinal(first, second).ShouldBeLessThan(0);
        string.CompareOrdinal(second, later).ShouldBeLessThan(0);
        var between = TaskRank.Between(first, second);
        string.CompareOrdinal(first, between).ShouldBeLessThan(0);
        string.CompareOrdinal(between, second).ShouldBeLessThan(0);
        string.CompareOrdinal(TaskRank.Between(null, first), first).ShouldBeLessThan(0);
        string.CompareOrdinal(later, TaskRank.Between(later, null)).ShouldBeLessThan(0);
    }

    /// <summary>Also among tasks that arrived with numbers whose last digit is a zero, above, between and below them.</summary>
    [Fact]
    public void No_rank_ends_in_a_zero_so_that_there_is_always_room_above_it() =>
        Gen.Select(Gen.Int[0, 50_000].List[1, 20], Gen.Int[0, 1000].List[0, 100])
            .Sample(
                (numbers, places) =>
                {
                    var column = numbers
                        .Distinct()
                        .Select(n => TaskRank.Arriving(At, n))
                        .Distinct()
                        .Order(StringComparer.Ordinal)
                        .ToList();
                    foreach (var place in places)
                    {
                        var at = place % (column.Count + 1);
                        column.Insert(
                            at,
                            TaskRank.Between(
                                at == 0 ? null : column[at - 1],
                                at == column.Count ? null : column[at]
                            )
                        );
                    }
                    column.Order(StringComparer.Ordinal).ShouldBe(column);
                    column.Distinct().Count().ShouldBe(column.Count);
                    column.ShouldAllBe(r => !r.EndsWith('0') && TaskRank.Is(r));
                }
            );

    /// <summary>Between a text and the same one with zeros behind it nothing sorts; it must be said, not looked for.</summary>
    [Theory]
    [InlineData("l2wi0z1k001", "l2wi0z1k0010")]
    [InlineData("l2wi0z1k001", "l2wi0z1k001000")]
    [InlineData("l2wi0z1k0010", "l2wi0z1k001")]
    [InlineData("l2wi0z1k001", "l2wi0z1k001")]
    [InlineData("l2wi0z1k002", "l2wi0z1k001")]
    public void Where_no_room_is_between_two_a_task_stands_below_the_upper_one(
        string above,
        string below
    )
    {
        var between = TaskRank.Between(above, below);
        string.CompareOrdinal(above, between).ShouldBeLessThan(0);
        between.ShouldNotEndWith("0");
    }

    [Fact]
    public void Above_nothing_but_zeros_and_beyond_the_longest_rank_there_is_no_room_either()
    {
        TaskRank.Is(TaskRank.Between(null, "000")).ShouldBeTrue();
        var longest = new string('1', TaskRank.Limit);
        TaskRank.Is(TaskRank.Between(longest[..^1] + "0", longest)).ShouldBeTrue();
    }

    [Fact]
    public void A_rank_with_zeros_at_its_end_takes_others_above_and_below_it()
    {
        string[] column = ["l2wi0z1k000", "l2wi0z1k0001", "l2wi0z1k0100", "l2wi0z1k011"];
        for (var i = 1; i < column.Length; i++)
        {
            var between = TaskRank.Between(column[i - 1], column[i]);
            string.CompareOrdinal(column[i - 1], between).ShouldBeLessThan(0);
            string.CompareOrdinal(between, column[i]).ShouldBeLessThan(0);
        }
    }
}
