using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Load;
using Plimsoll.Web.Load.Store;
using Plimsoll.Web.People.Queries;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Load.Queries;

/// <summary>A person's week as a whole and by its projects, with the same percents as on the board.</summary>
/// <param name="Percents"><c>null</c> when nothing is nominal.</param>
public sealed record PersonWeek(
    PersonId Person,
    Week Week,
    WeekLoad Load,
    WeekPercents? Percents,
    IReadOnlyList<PersonWeekPart> Parts
)
{
    /// <summary>What the reader may not see by name becomes one part without a project.</summary>
    public PersonWeek SeenBy(PlanScope scope)
    {
        if (Parts.All(p => scope.Names(p.Project)))
            return this;
        var other = Parts.Where(p => !scope.Names(p.Project)).ToList();
        var lump = new PersonWeekPart(
            default,
            new PlanCell(
                new(other.Sum(p => p.Cell.Confirmed.Value)),
                new(other.Sum(p => p.Cell.Tentative.Value))
            ),
            other.Sum(p => p.ConfirmedPercent),
            other.Sum(p => p.TentativePercent),
            null,
            null
        );
        return this with { Parts = [.. Parts.Where(p => scope.Names(p.Project)), lump] };
    }
}

/// <param name="Project">Empty for "other work".</param>
public sealed record PersonWeekPart(
    ProjectId Project,
    PlanCell Cell,
    int ConfirmedPercent,
    int TentativePercent,
    DateOnly? HoldUntil,
    string? Reason
);

/// <summary>Some weeks of some people, as after a change.</summary>
public sealed class PersonWeeks(IDbContextFactory<PlimsollDb> store)
{
    public async Task<IReadOnlyList<PersonWeek>> Ask(
        IReadOnlyCollection<WeekOfPerson> weeks,
        Actor actor,
        CancellationToken ct
    )
    {
        await using var db = await store.CreateDbContextAsync(ct);
        var scope = await PlanScope.Of(db, actor, ct);
        var seen = weeks.Where(w => scope.Sees(w.Person)).ToHashSet();
        return [.. (await Of(db, seen, ct)).Select(w => w.SeenBy(scope))];
    }

    /// <summary>As they are, for nobody in particular: whoever hands them on asks <see cref="PersonWeek.SeenBy"/>.</summary>
    internal static async Task<IReadOnlyList<PersonWeek>> Of(
        PlimsollDb db,
        HashSet<WeekOfPerson> weeks,
        CancellationToken ct
    )
    {
        if (weeks.Count == 0)
            return [];
        var people = weeks.Select(w => w.Person).Distinct().ToArray();
        var (from, last) = (weeks.Min(w => w.Week), weeks.Max(w => w.Week));
        var count = from.WeeksUntil(last) + 1;
        var times = await NominalWeeks.Of(db, people, from, count, ct);
        BoardCell Cell(PersonId person, DateOnly monday)
        {
            var time = times[person][from.WeeksUntil(Week.Of(monday))];
            return new() { Nominal = time.Nominal.Value, Away = time.Away.Value };
        }
        var parts = await BookedParts.Of(
            db.Planned(from, count).Where(t => people.Contains(t.Person)),
            Cell,
            ct
        );
        return
        [
            .. weeks
                .Where(w => times.ContainsKey(w.Person))
                .OrderBy(w => w.Week)
                .Select(w => One(w, Cell(w.Person, w.Week.Monday), parts.In(w))),
        ];
    }

    private static PersonWeek One(
        WeekOfPerson week,
        BoardCell cell,
        IReadOnlyList<BookedPart> parts
    )
    {
        var load = WeekPart.Sum(
            new(cell.Nominal),
            new(cell.Away),
            parts.Select(p => p.Part).ToArray()
        );
        return new PersonWeek(
            week.Person,
            week.Week,
            load,
            WeekPercents.Of(load),
            [
                .. parts.Select(p => new PersonWeekPart(
                    p.Project,
                    new(new(p.Cell.Confirmed), new(p.Cell.Tentative)),
                    p.Cell.ConfirmedPercent,
                    p.Cell.TentativePercent,
                    p.Cell.HoldUntil,
                    p.Cell.OverReason
                )),
            ]
        );
    }
}
