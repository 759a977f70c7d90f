using CsCheck;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Load;

namespace Plimsoll.Domain.Tests.Load;

public sealed class LargestRemainderTests
{
    private static readonly Gen<(int[] Parts, int Nominal)> Any = Gen.Select(
        Gen.OneOf(Gen.Const(0), Gen.Int[1, 10], Gen.Int[0, 10080]).Array[0, 80],
        Gen.Int[1, 10080]
    );

    private static int[] Shares(int[] parts, int nominal)
    {
        var shares = new int[parts.Length];
        LargestRemainder.Shares(parts, nominal, shares);
        return shares;
    }

    private static Minutes Sum(int[] parts) => new(parts.Sum());

    [Fact]
    public void Three_thirds_make_a_hundred_and_the_first_has_the_odd_one() =>
        Shares([800, 800, 800], 2400).ShouldBe([34, 33, 33]);

    [Fact]
    public void The_missing_percent_goes_to_the_part_that_lost_most() =>
        Shares([310, 490, 400], 1200).ShouldBe([26, 41, 33]);

    [Fact]
    public void The_shares_add_up_to_the_share_of_the_sum() =>
        Any.Sample(
            (parts, nominal) =>
                Shares(parts, nominal)
                    .Sum()
                    .ShouldBe(Percent.Share(Sum(parts), new Minutes(nominal))!.Value.Value)
        );

    [Fact]
    public void No_share_is_a_whole_percent_away_from_the_exact_one() =>
        Any.Sample(
            (parts, nominal) =>
            {
                var shares = Shares(parts, nominal);
                for (var i = 0; i < parts.Length; i++)
                    Math.Abs((long)shares[i] * nominal - parts[i] * 100L).ShouldBeLessThan(nominal);
            }
        );

    [Fact]
    public void What_is_nothing_stays_nothing() =>
        Any.Sample(
            (parts, nominal) =>
            {
                var shares = Shares(parts, nominal);
                for (var i = 0; i < parts.Length; i++)
                    if (parts[i] == 0)
                        shares[i].ShouldBe(0);
            }
        );

    [Fact]
    public void The_larger_part_never_has_the_smaller_share() =>
        Any.Sample(
            (parts, nominal) =>
            {
                var shares = Shares(parts, nominal);
                for (var i = 0; i < parts.Length; i++)
                for (var j = 0; j < parts.Length; j++)
                    if (parts[i] > parts[j])
                        shares[i].ShouldBeGreaterThanOrEqualTo(shares[j]);
            }
        );

    [Fact]
    public void Of_nothing_there_are_no_shares() =>
        LargestRemainder.Shares([new Minutes(5)], Minutes.Zero).ShouldBeNull();

    [Fact]
    public void Both_ways_to_ask_give_the_same() =>
        LargestRemainder
            .Shares([new Minutes(100), new Minutes(200)], new Minutes(700))!
            .Select(p => p.Value)
            .ShouldBe(Shares([100, 200], 700));
}
