using Plimsoll.Domain.Kernel;

namespace Plimsoll.Web.Load.Import;

/// <summary>Finds what the bare numbers of a sheet count.</summary>
internal static class UnitFinder
{
    /// <summary>More hours than this in one week nobody plans, while a full week in percent is a hundred.</summary>
    private const int MostHours = 60;

    public static FoundUnit Find(
        IReadOnlyCollection<(string Person, Week Week, TypedAmount Amount)> amounts,
        AmountUnit? told,
        AmountUnit? heading
    )
    {
        var bare = amounts.Where(a => a.Amount.Unit is null).ToList();
        if (bare.Count == 0)
            return amounts.Count == 0
                ? new FoundUnit(heading ?? AmountUnit.Percent, UnitReason.NothingToTellBy)
                : new FoundUnit(
                    amounts.GroupBy(a => a.Amount.Unit!.Value).MaxBy(g => g.Count())!.Key,
                    UnitReason.Cells
                );
        if (told is { } unit)
            return new FoundUnit(unit, UnitReason.Told);
        var small = bare.TrueForAll(a => a.Amount.Value <= 3);
        if (heading is { } named)
            return new FoundUnit(
                // "Load, %" over 0.4 still means a share.
                named == AmountUnit.Percent
                && small
                    ? AmountUnit.Share
                    : named,
                UnitReason.Heading
            );
        if (small)
            return new FoundUnit(AmountUnit.Share, UnitReason.Magnitude);
        var fullest = bare.GroupBy(a => (a.Person, a.Week))
            .Max(week => week.Sum(a => a.Amount.Value));
        return new FoundUnit(
            fullest > MostHours ? AmountUnit.Percent : AmountUnit.Hours,
            UnitReason.Magnitude
        );
    }
}
