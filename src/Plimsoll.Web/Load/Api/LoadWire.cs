using System.Text.Json;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Load;
using Plimsoll.Domain.People;
using Plimsoll.Web.Load.Queries;
using Plimsoll.Web.Load.UseCases;

namespace Plimsoll.Web.Load.Api;

/// <summary>The plan in figures; all of it in minutes.</summary>
public sealed record LoadWire(
    string From,
    int Weeks,
    IReadOnlyList<LoadOfPersonWire> Items,
    string? Next
)
{
    internal static LoadWire Of(LoadOfWeeks.View view) =>
        new(
            view.From.ToString(),
            view.Weeks,
            [.. view.Page.Items.Select(LoadOfPersonWire.Of)],
            view.Page.Next
        );
}

public sealed record LoadOfPersonWire(LoadPersonWire Person, IReadOnlyList<LoadOfWeekWire> Weeks)
{
    internal static LoadOfPersonWire Of(LoadOfWeeks.Row row) =>
        new(
            new(row.Id.Value, row.Name, Wire.Word(row.Kind), row.Role?.Value, row.RoleName),
            [.. row.Weeks.Select(w => LoadOfWeekWire.Of(w.Week, w.Time, w.Load))]
        );
}

/// <param name="Kind"><c>employee</c>, <c>freelancer</c> or <c>placeholder</c>.</param>
public sealed record LoadPersonWire(Guid Id, string Name, string Kind, Guid? RoleId, string? Role);

/// <param name="Nominal">What the work pattern gives: her 100 %.</param>
/// <param name="Away">Holidays and approved absences, counted inside the 100 %.</param>
/// <param name="Confirmed">Settled work for clients; settled internal work stands apart.</param>
/// <param name="Load">Whole percent; none when nothing is nominal.</param>
public sealed record LoadOfWeekWire(
    string Week,
    int Nominal,
    int Away,
    int Holiday,
    int Absent,
    int Confirmed,
    int Tentative,
    int Internal,
    int? Load
)
{
    internal static LoadOfWeekWire Of(Week week, WeekTime time, WeekLoad load) =>
        new(
            week.ToString(),
            time.Nominal.Value,
            time.Away.Value,
            time.Holiday.Value,
            time.Absent.Value,
            load.Confirmed.Value,
            load.Tentative.Value,
            load.Internal.Value,
            load.Load?.Value
        );
}

/// <summary>Both certainties of a cell, in minutes.</summary>
public sealed record CellWire(int Confirmed, int Tentative)
{
    internal static CellWire Of(PlanCell cell) => new(cell.Confirmed.Value, cell.Tentative.Value);

    internal PlanCell? Read() =>
        Confirmed is < 0 or > Booking.MinutesAtMost || Tentative is < 0 or > Booking.MinutesAtMost
            ? null
            : new PlanCell(new(Confirmed), new(Tentative));
}

/// <param name="Text">What was typed, read in the unit: <c>40</c>, <c>40t</c>, <c>20+10t</c>, or nothing to clear.</param>
/// <param name="Set">Minutes instead of a text.</param>
/// <param name="Was">What the caller has seen there; refused when it is another by now.</param>
/// <param name="HoldUntil">Until when held time is to stand.</param>
/// <param name="WasHoldUntil">Until when the caller has seen it held; refused when it is another day by now.</param>
public sealed record ChangeWire(
    Guid Person,
    Guid Project,
    string? Week,
    string? Text = null,
    CellWire? Set = null,
    CellWire? Was = null,
    DateOnly? HoldUntil = null,
    DateOnly? WasHoldUntil = null
);

/// <param name="Unit"><c>percent</c> (as usual) or <c>hours</c>: what a number without a unit means.</param>
/// <param name="Reason">Why a week may be over the line.</param>
/// <param name="Moves">The cells give and take: recorded as moved.</param>
public sealed record ChangesWire(
    IReadOnlyList<ChangeWire?>? Changes,
    string? Unit = null,
    string? Reason = null,
    bool Moves = false
);

/// <param name="Batch">The number that the change was answered with.</param>
/// <param name="Unit">In which the answer's texts are: <c>percent</c> (as usual) or <c>hours</c>.</param>
public sealed record UndoWire(Guid Batch, string? Unit = null);

/// <param name="Text">What stands in the cell now, in the unit of the request.</param>
public sealed record ChangedCellWire(
    Guid Person,
    Guid Project,
    string Week,
    CellWire Was,
    CellWire Now,
    DateOnly? WasHoldUntil,
    DateOnly? HoldUntil,
    string? Reason,
    string Text
);

/// <summary>What was done, the weeks as they are now, and the fact from which a live board goes on.</summary>
public sealed record ChangedWire(
    Guid Batch,
    IReadOnlyList<ChangedCellWire> Cells,
    IReadOnlyList<PersonWeekWire> Weeks,
    long LastFact
)
{
    internal static ChangedWire Of(
        ChangePlan.Changed changed,
        IReadOnlyList<PersonWeek> weeks,
        PlanUnit unit
    )
    {
        var nominal = weeks.ToDictionary(w => (w.Person, w.Week), w => w.Load.Nominal);
        return new ChangedWire(
            changed.Batch,
            [
                .. changed.Cells.Select(c => new ChangedCellWire(
                    c.Key.Person.Value,
                    c.Key.Project.Value,
                    c.Key.Week.ToString(),
                    CellWire.Of(c.Was),
                    CellWire.Of(c.Now),
                    c.WasHoldUntil,
                    c.HoldUntil,
                    c.Reason,
                    CellText.Write(
                        c.Now,
                        unit,
                        nominal.GetValueOrDefault((c.Key.Person, c.Key.Week))
                    )
                )),
            ],
            [.. weeks.Select(PersonWeekWire.Of)],
            changed.LastFact
        );
    }
}

/// <summary>A person's week after a change. Its parts add up to it, in minutes and in percent.</summary>
/// <param name="Percent">None when nothing is nominal.</param>
public sealed record PersonWeekWire(
    Guid Person,
    string Week,
    int Nominal,
    int Away,
    int Confirmed,
    int Tentative,
    int Internal,
    PercentWire? Percent,
    IReadOnlyList<PartWire> Parts
)
{
    internal static PersonWeekWire Of(PersonWeek week) =>
        new(
            week.Person.Value,
            week.Week.ToString(),
            week.Load.Nominal.Value,
            week.Load.Away.Value,
            week.Load.Confirmed.Value,
            week.Load.Tentative.Value,
            week.Load.Internal.Value,
            week.Percents is { } p
                ? new(p.Load, p.Away, p.Confirmed, p.Tentative, p.Internal)
                : null,
            [
                .. week.Parts.Select(part => new PartWire(
                    part.Project == default ? null : part.Project.Value,
                    new(part.Cell.Confirmed.Value, part.ConfirmedPercent),
                    new(part.Cell.Tentative.Value, part.TentativePercent),
                    part.HoldUntil
                )),
            ]
        );
}

public sealed record PercentWire(int Load, int Away, int Confirmed, int Tentative, int Internal);

/// <param name="Project">None for other work: what the caller may not see by name, in one lump.</param>
public sealed record PartWire(
    Guid? Project,
    ShareWire Confirmed,
    ShareWire Tentative,
    DateOnly? HoldUntil
);

public sealed record ShareWire(int Minutes, int Percent);

/// <summary>Words of the wire: <c>lower-kebab</c> from the names of the code.</summary>
internal static class Wire
{
    public static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    public static PlanUnit? Unit(string? text) =>
        text switch
        {
            null or "percent" => PlanUnit.Percent,
            "hours" => PlanUnit.Hours,
            _ => null,
        };
}
