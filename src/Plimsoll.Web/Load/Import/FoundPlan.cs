using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Clients.Import;
using Plimsoll.Web.Platform.Sheets;

namespace Plimsoll.Web.Load.Import;

/// <summary>A load sheet as found, before anything of it is matched with what the workspace knows.</summary>
public sealed record FoundPlan
{
    public required string Sheet { get; init; }

    public LoadLayout Layout { get; init; }

    public FoundUnit Unit { get; init; } = new(AmountUnit.Percent, UnitReason.NothingToTellBy);

    /// <summary>In the order of time.</summary>
    public IReadOnlyList<Week> Weeks { get; init; } = [];

    /// <summary>In the order of the sheet; also those with nothing planned.</summary>
    public IReadOnlyList<FoundPerson> People { get; init; } = [];

    /// <summary>
    /// The bookings and absences, cell by cell. Two cells may be of one person, project, week and meaning: they are
    /// meant to be added, and a problem of the weight "note" names them.
    /// </summary>
    public IReadOnlyList<FoundCell> Cells { get; init; } = [];

    /// <summary>The colours behind the amounts, most frequent first, each to be asked about once.</summary>
    public IReadOnlyList<FoundFill> Fills { get; init; } = [];

    public IReadOnlyList<SheetProblem> Problems { get; init; } = [];

    /// <summary>Whether something stands in the way of importing it whole.</summary>
    public bool HasErrors => Problems.Any(problem => problem.Weight == ProblemWeight.Error);
}

public enum LoadLayout
{
    NotFound,

    /// <summary>A block for each person, totals first, projects under it; weeks across.</summary>
    Blocks,

    /// <summary>A row for each person and project; weeks across.</summary>
    Rows,

    /// <summary>A row for each person, project and week.</summary>
    List,
}

/// <summary>One amount of the sheet, with all that the sheet says of it.</summary>
public sealed record FoundCell
{
    public required string Person { get; init; }

    public string? Role { get; init; }

    public Minutes? WeeklyHours { get; init; }

    public string? Client { get; init; }

    /// <summary>What the row is called; for time away, what the sheet calls that.</summary>
    public required string Project { get; init; }

    public required CellAddress ProjectAt { get; init; }

    public required Week Week { get; init; }

    public required FoundAmount Amount { get; init; }

    /// <summary>Never <see cref="FillMeaning.Ignore"/>: such cells are left out.</summary>
    public FillMeaning Meaning { get; init; }

    /// <summary>What kind of time away it is, when it is.</summary>
    public AwayKind? Away { get; init; }

    public DateOnly? HoldUntil { get; init; }

    public string? Fill { get; init; }

    public required CellAddress Address { get; init; }

    public string? Comment { get; init; }
}

/// <summary>Either a share of the person's week, or minutes. Shares keep their fractions, so that minutes written as a share come back.</summary>
public readonly record struct FoundAmount(decimal? Percent, Minutes? Minutes)
{
    /// <summary><c>minutes = round(percent x nominal / 100)</c>, half away from zero (PRODUCT 2).</summary>
    public Minutes In(Minutes nominal) =>
        Minutes
        ?? new Minutes(
            (int)Math.Round(Percent!.Value * nominal.Value / 100, MidpointRounding.AwayFromZero)
        );
}

public enum AwayKind
{
    Vacation,
    Sick,

    /// <summary>A day off for everybody, which a holiday calendar knows better.</summary>
    PublicHoliday,
    Other,
}

/// <summary>What is known from outside the sheet.</summary>
public sealed record LoadSheetHints(DateOnly Today)
{
    /// <summary>What bare numbers are, when a person has said so.</summary>
    public AmountUnit? Unit { get; init; }

    /// <summary>What colours mean, by RRGGBB: remembered, or just answered.</summary>
    public IReadOnlyDictionary<string, FillMeaning> Fills { get; init; } =
        new Dictionary<string, FillMeaning>();
}
