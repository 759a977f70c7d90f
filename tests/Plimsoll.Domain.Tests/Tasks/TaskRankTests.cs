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
}
