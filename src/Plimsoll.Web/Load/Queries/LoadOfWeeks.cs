using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Load;
using Plimsoll.Domain.People;
using Plimsoll.Web.Load.Store;
using Plimsoll.Web.People.Queries;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Http;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Load.Queries;

/// <summary>The plan in figures, person by person and week by week, for other programs: everyone in sight, free or not.</summary>
public sealed class LoadOfWeeks(IDbContextFactory<PlimsollDb> store, AgencyDay day)
{
    public const int WeeksAtMost = 104;
    private const int PeopleAtMost = 1000;

    public sealed record Filter(
        Week? From,
        int Weeks = 26,
        TeamId? Team = null,
        RoleId? Role = null,
        string? Search = null,
        string? Cursor = null,
        int? Limit = null
    );

    public sealed record Row(
        PersonId Id,
        string Name,
        PersonKind Kind,
        RoleId? Role,
        string? RoleName,
        IReadOnlyList<(Week Week, WeekTime Time, WeekLoad Load)> Weeks
    );

    public sealed record View(Week From, int Weeks, PageOf<Row> Page);

    public async Task<Outcome<View>> Ask(Filter filter, Actor actor, CancellationToken ct)
    {
        if (!actor.May(Right.SeeOwnTeam))
            return new NotAllowed();
        if (After(filter.Cursor).Refused(out var lost, out var after))
            return lost;
        var today = await day.Today(ct);
        var view = new BoardView
        {
            From = filter.From ?? Week.Of(today),
            Weeks = Math.Clamp(filter.Weeks, 1, WeeksAtMost),
            Team = filter.Team,
            Role = filter.Role,
            Search = filter.Search?.Trim() ?? "",
        };
        await using var db = await store.CreateDbContextAsync(ct);
        var reading = new BoardReading(
            db,
            view,
            await PlanScope.Of(db, actor, ct),
            actor,
            today,
            ct
        );
        var people = reading.People();
        var rows = await people
            .AsNoTracking()
            .Select(p => new Row(
                p.Id,
                p.Name,
                p.Kind,
                p.Role,
                db.Roles().Where(r => r.Id == p.Role).Select(r => r.Name).FirstOrDefault(),
                Array.Empty<(Week, WeekTime, WeekLoad)>()
            ))
            .ToListAsync(ct);
        var times = await NominalWeeks.Of(db, people, view.From, view.Weeks, ct);
        var sums = (
            await WeekSums
                .Of(reading.Planned.Join(people, t => t.Person, p => p.Id, (t, p) => t))
                .ToListAsync(ct)
        ).ToLookup(s => (s.Person, s.Week));
        return new View(view.From, view.Weeks, Page(rows, after, filter.Limit, r => Filled(r)));

        Row Filled(Row row) =>
            row with
            {
                Weeks =
                [
                    .. Week.Range(view.From, view.Weeks)
                        .Select(
                            (week, i) =>
                                (
                                    week,
                                    times[row.Id][i],
                                    Load(times[row.Id][i], sums[(row.Id, week.Monday)])
                                )
                        ),
                ],
            };
    }

    private static WeekLoad Load(WeekTime time, IEnumerable<WeekSum> sums)
    {
        int confirmed = 0,
            inside = 0,
            tentative = 0;
        foreach (var sum in sums)
        {
            confirmed += sum.Confirmed;
            inside += sum.Internal;
            tentative += sum.Tentative;
        }
        return new(time.Nominal, time.Away, new(confirmed), new(inside), new(tentative));
    }

    private static Outcome<Guid> After(string? cursor)
    {
        if (string.IsNullOrEmpty(cursor))
            return Guid.Empty;
        return Cursor.Read(cursor, 1) is [var text] && Guid.TryParse(text, out var id)
            ? id
            : new IsNotUnderstood("cursor");
    }

    /// <summary>In the order of their ids, which is that of their coming and the same in every language.</summary>
    private static PageOf<Row> Page(List<Row> rows, Guid after, int? wanted, Func<Row, Row> filled)
    {
        var limit = Math.Clamp(wanted ?? PeopleAtMost, 1, PeopleAtMost);
        var left = rows.Where(r => r.Id.Value > after).OrderBy(r => r.Id.Value).ToList();
        var items = left.Take(limit).Select(filled).ToList();
        var next = left.Count > limit ? Cursor.Write(items[^1].Id.ToString()) : null;
        return new PageOf<Row>(items, next);
    }
}
