namespace Plimsoll.Web.Load.Import;

/// <summary>What a number in a load sheet counts.</summary>
public enum AmountUnit
{
    /// <summary>0.4 is 40 % of the week.</summary>
    Share,

    /// <summary>40 is 40 % of the week.</summary>
    Percent,
    Hours,
    Minutes,
}

/// <summary>What the unit was told by.</summary>
public enum UnitReason
{
    NothingToTellBy,

    /// <summary>A person said so.</summary>
    Told,

    /// <summary>The cells themselves: a percent format, "40 %", "8 h".</summary>
    Cells,
    Heading,

    /// <summary>How large the numbers are; the one to ask about when in doubt.</summary>
    Magnitude,
}

public sealed record FoundUnit(AmountUnit Unit, UnitReason Reason);
