using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Http;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.People.Queries;

/// <summary>What waits for the actor to decide, and who else of the team is away meanwhile.</summary>
public sealed class AbsenceQueue(IDbContextFactory<PlimsollDb> store, AbsenceList absences)
{
    /// <param name="Meanwhile">Those who share a team with her and are away, or ask to be, on some of the same days.</param>
    public sealed record Row(AbsenceList.Row Absence, IReadOnlyList<Other> Meanwhile);

    public sealed record Other(string Name, DateOnly From, DateOnly To, bool IsAsked);

    public async Task<IReadOnlyList<Row>> Ask(Actor actor, CancellationToken ct)
    {
        if (!actor.May(Right.DecideAbsences))
            return [];
        var filter = new AbsenceList.Filter(ToDecide: true, Limit: Cursor.Most);
        var waiting = (await absences.Ask(filter, actor, ct)).Items;
        if (waiting.Count == 0)
            return [];
        await using var db = await store.CreateDbContextAsync(ct);
        var mates = await Mates(db, [.. waiting.Select(w => w.Person)], ct);
        var away = await Away(db, waiting, actor, ct);
        return
        [
            .. waiting.Select(w => new Row(
                w,
                [
                    .. away.Where(a =>
                            a.Person != w.Person
                            && a.From <= w.To
                            && a.To >= w.From
                            && mates[w.Person].Contains(a.Person)
                        )
                        .Select(a => new Other(a.Name, a.From, a.To, a.IsAsked)),
                ]
            )),
        ];
    }

    private static async Task<ILookup<PersonId, PersonId>> Mates(
        PlimsollDb db,
        List<PersonId> people,
        CancellationToken ct
    )
    {
        var members = db.Teams()
            .Where(t => t.Archived == null)
            .SelectMany(t => t.Members, (t, m) => new { t.Id, m.PersonId });
        var pairs = await members
            .Where(m => people.Contains(m.PersonId))
            .Join(members, m => m.Id, o => o.Id, (m, o) => new { m.PersonId, Mate = o.PersonId })
            .Distinct()
            .ToListAsync(ct);
        return pairs.ToLookup(p => p.PersonId, p => p.Mate);
    }

    private static async Task<List<Span>> Away(
        PlimsollDb db,
        IReadOnlyList<AbsenceList.Row> waiting,
        Actor actor,
        CancellationToken ct
    )
    {
        var (first, last) = (waiting.Min(w => w.From), waiting.Max(w => w.To));
        return await db.Absences()
            .Where(a =>
                (a.State == AbsenceState.Approved || a.State == AbsenceState.Requested)
                && a.From <= last
                && a.To >= first
            )
            .Join(
                db.PeopleDecidedBy(actor).Where(p => p.Archived == null),
                a => a.Person,
                p => p.Id,
                (a, p) => new { a, p.Name }
            )
            .OrderBy(x => x.a.From)
            .Select(x => new Span(
                x.a.Person,
                x.Name,
                x.a.From,
                x.a.To,
                x.a.State == AbsenceState.Requested
            ))
            .ToListAsync(ct);
    }

    private sealed record Span(
        PersonId Person,
        string Name,
        DateOnly From,
        DateOnly To,
        bool IsAsked
    );
}
