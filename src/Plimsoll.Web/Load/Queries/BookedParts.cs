using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Load;
using Plimsoll.Web.Load.Store;

namespace Plimsoll.Web.Load.Queries;

/// <summary>A project's two bookings in one week of a person, and what they are of her 100 %.</summary>
internal sealed class BookedPart
{
    public required ProjectId Project { get; init; }
    public required bool Internal { get; init; }
    public LineCell Cell;

    public WeekPart Part => new(Project, Internal, new(Cell.Confirmed), new(Cell.Tentative));
}

/// <summary>The weeks of some people, each opened to its bookings, with percents that add up to the row's.</summary>
internal sealed class BookedParts
{
    private readonly Dictionary<(PersonId, DateOnly), List<BookedPart>> _weeks = [];

    /// <param name="cell">Nominal time and time away of a person's week, by its Monday.</param>
    public static async Task<BookedParts> Of(
        IQueryable<PlannedTime> planned,
        Func<PersonId, DateOnly, BoardCell> cell,
        CancellationToken ct
    )
    {
        var parts = new BookedParts();
        await foreach (var time in planned.AsAsyncEnumerable().WithCancellation(ct))
            parts.Add(time);
        foreach (var ((person, week), list) in parts._weeks)
            Share(cell(person, week), list);
        return parts;
    }

    public IEnumerable<(PersonId Person, DateOnly Week, BookedPart Part)> All =>
        _weeks.SelectMany(w => w.Value, (w, part) => (w.Key.Item1, w.Key.Item2, part));

    public IReadOnlyList<BookedPart> In(WeekOfPerson week) =>
        _weeks.GetValueOrDefault((week.Person, week.Week.Monday)) ?? [];

    private void Add(PlannedTime time)
    {
        var key = (time.Person, time.Week);
        if (!_weeks.TryGetValue(key, out var list))
            _weeks[key] = list = [];
        var part = list.Find(p => p.Project == time.Project);
        if (part is null)
            list.Add(part = new BookedPart { Project = time.Project, Internal = time.Internal });
        if (time.Certainty is Certainty.Confirmed)
            part.Cell.Confirmed = time.Planned;
        else
            (part.Cell.Tentative, part.Cell.HoldUntil) = (time.Planned, time.HoldUntil);
        part.Cell.OverReason ??= time.OverReason;
    }

    private static void Share(BoardCell cell, List<BookedPart> list)
    {
        // In a fixed order, so that what rounding leaves over always goes to the same project.
        list.Sort((a, b) => a.Project.Value.CompareTo(b.Project.Value));
        var parts = list.Select(p => p.Part).ToArray();
        var week = WeekPart.Sum(new(cell.Nominal), new(cell.Away), parts);
        var percents = WeekPart.Percents(week, parts);
        for (var i = 0; i < list.Count; i++)
            (list[i].Cell.ConfirmedPercent, list[i].Cell.TentativePercent) = percents[i];
    }
}
