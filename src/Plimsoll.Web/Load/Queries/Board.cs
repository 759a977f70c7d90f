using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Load;

namespace Plimsoll.Web.Load.Queries;

/// <summary>The board as one person sees it; all of it in minutes.</summary>
/// <param name="Today">The week it is at the agency.</param>
/// <param name="LastFact">The last fact that the board shows; a live board goes on from there.</param>
public sealed record Board(
    BoardView View,
    Week Today,
    IReadOnlyList<Week> Weeks,
    IReadOnlyList<BoardGroup> Groups,
    BoardFigures Figures,
    long LastFact
)
{
    public IEnumerable<BoardRow> Rows => Groups.SelectMany(g => g.Rows);
}

/// <summary>Rows that stand together. Those who are in no team or have no role are a group without id and name.</summary>
/// <param name="IsUnstaffed">The placeholders: demand that nobody does yet.</param>
public sealed record BoardGroup(
    Guid? Id,
    string Name,
    bool IsUnstaffed,
    IReadOnlyList<BoardRow> Rows
);

/// <summary>A person; or a project, when the board is turned round.</summary>
/// <param name="Id">Empty for "other work": all projects that the reader may not see by name.</param>
/// <param name="Detail">Her role, or the project's client.</param>
/// <param name="WeekMinutes">Her usual week; zero for a project.</param>
/// <param name="Projects">How many projects she answers for; <c>null</c> when none.</param>
/// <param name="MayEdit">Whether something in the row is the reader's to change; each line says it for itself.</param>
/// <param name="Lines">What the row is made of, when it is opened.</param>
public sealed record BoardRow(
    Guid Id,
    string Name,
    string? Detail,
    int WeekMinutes,
    int? Projects,
    int Colour,
    bool MayEdit,
    bool IsPlaceholder,
    BoardCell[] Cells,
    IReadOnlyList<BoardLine>? Lines
);

/// <summary>A week of a row, in minutes. A project has neither nominal time nor time away.</summary>
/// <param name="Confirmed">Settled work for clients.</param>
/// <param name="Internal">Settled work on internal projects.</param>
/// <param name="Tentative">Held time, of both.</param>
/// <param name="HasReason">Somebody said why the week is over the line.</param>
public record struct BoardCell(
    int Nominal,
    int Away,
    int Confirmed,
    int Tentative,
    int Internal,
    bool HasReason,
    bool HasComment
)
{
    public readonly int Booked => Confirmed + Internal + Tentative;

    public readonly int Taken => Booked + Away;

    public readonly int Free => Math.Max(0, Nominal - Taken);

    public readonly int Over => Math.Max(0, Taken - Nominal);

    public readonly bool IsOver => Taken > Nominal;

    /// <summary>Whole percents that add up; <c>null</c> when nothing is nominal.</summary>
    public readonly WeekPercents? Percents => WeekPercents.Of(Week);

    public readonly WeekLoad Week =>
        new(new(Nominal), new(Away), new(Confirmed), new(Internal), new(Tentative));
}

/// <summary>A project of an opened person, or a person of an opened project.</summary>
/// <param name="Id">Empty for "other work".</param>
/// <param name="Detail">The project's client, or the person's role.</param>
public sealed record BoardLine(
    Guid Id,
    string Name,
    string? Detail,
    int Colour,
    bool IsInternal,
    bool MayEdit,
    LineCell[] Cells
);

/// <summary>A cell that can be typed into. The percents are of the person's week and add up with those beside them.</summary>
public record struct LineCell(
    int Confirmed,
    int Tentative,
    int ConfirmedPercent,
    int TentativePercent,
    DateOnly? HoldUntil,
    string? OverReason,
    bool HasComment
);

/// <summary>
/// The strip above the board, of the rows shown and of the first <see cref="Counted"/> weeks (four, or fewer when fewer
/// are shown). Placeholders count as demand alone.
/// </summary>
public sealed record BoardFigures(
    Week From,
    int Counted,
    int Nominal,
    int Taken,
    int OverPeople,
    int OverMinutes,
    Week? OverWorst,
    int OverWorstMinutes,
    int Free,
    IReadOnlyList<FreeOfRole> FreeByRole,
    int Tentative,
    DateOnly? NextLapse,
    int NextLapseMinutes,
    int Unstaffed,
    string? UnstaffedFirst,
    Week? UnstaffedWeek
)
{
    /// <summary>Load of all together; <c>null</c> when nobody has nominal time.</summary>
    public Percent? Load => Percent.Share(new(Taken), new(Nominal));
}

/// <summary>Free time of everyone with a role.</summary>
public sealed record FreeOfRole(Guid? Role, string? Name, int Minutes);
