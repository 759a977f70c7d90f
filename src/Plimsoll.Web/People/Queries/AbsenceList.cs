using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Http;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.People.Queries;

/// <summary>
/// Absences in order of their first day. Whose kind, note and standing the actor may know are hers and those she
/// decides on; of the others whom she sees she is told the days of approved ones, and no more (PRODUCT 8).
/// </summary>
public sealed class AbsenceList(IDbContextFactory<PlimsollDb> store)
{
    /// <param name="To">Absences that begin by then.</param>
    /// <param name="From">Absences that last until then.</param>
    /// <param name="ToDecide">Those that wait for the actor to decide.</param>
    public sealed record Filter(
        PersonId? Person = null,
        DateOnly? From = null,
        DateOnly? To = null,
        AbsenceState? State = null,
        bool ToDecide = false,
        string? Cursor = null,
        int? Limit = null
    );

    /// <param name="Private">Missing when all she may know is "away".</param>
    public sealed record Row(
        AbsenceId Id,
        PersonId Person,
        string Name,
        int Colour,
        DateOnly From,
        DateOnly To,
        bool HalfDay,
        Minutes Takes,
        PrivateRow? Private
    );

    public sealed record PrivateRow(
        AbsenceKind Kind,
        AbsenceState State,
        string? Note,
        string? DeclineReason,
        DateTime AskedAt,
        DateTime? DecidedAt,
        string? DecidedBy,
        bool Decidable,
        int Version
    );

    public async Task<PageOf<Row>> Ask(Filter filter, Actor actor, CancellationToken ct)
    {
        await using var db = await store.CreateDbContextAsync(ct);
        var limit = Cursor.Limit(filter.Limit);
        var place = Place(filter.Cursor);
        var (from, passed) = place ?? (Era.First, 0);
        var lost = place is null && !string.IsNullOrEmpty(filter.Cursor);
        var absences = Filtered(db, filter, actor).Where(a => a.From >= from);
        var rows = await Rows(db, absences, actor, passed, limit + 1, ct);
        if (rows.Count <= limit)
            return new PageOf<Row>(rows, null) { IsLost = lost };
        rows.RemoveAt(limit);
        var day = rows[^1].From;
        var seen = rows.Count(r => r.From == day) + (day == from ? passed : 0);
        return new PageOf<Row>(
            rows,
            Cursor.Write(
                day.ToString("O", CultureInfo.InvariantCulture),
                seen.ToString(CultureInfo.InvariantCulture)
            )
        )
        {
            IsLost = lost,
        };
    }

    public async Task<Outcome<Row>> One(AbsenceId id, Actor actor, CancellationToken ct)
    {
        await using var db = await store.CreateDbContextAsync(ct);
        var one = Filtered(db, new Filter(), actor).Where(a => a.Id == id);
        return await Rows(db, one, actor, 0, 1, ct) is [var row] ? row : new NotThere();
    }

    private static IQueryable<Absence> Filtered(PlimsollDb db, Filter filter, Actor actor)
    {
        var me = actor.Person;
        var visible = db.PeopleVisibleTo(actor);
        var decided = db.PeopleDecidedBy(actor);
        var absences = db.Absences()
            .AsNoTracking()
            .Where(a => visible.Any(p => p.Id == a.Person))
            .Where(a =>
                a.State == AbsenceState.Approved
                || a.Person == me
                || decided.Any(p => p.Id == a.Person)
            );
        if (filter.Person is { } person)
            absences = absences.Where(a => a.Person == person);
        if (filter.From is { } from)
            absences = absences.Where(a => a.To >= from);
        if (filter.To is { } to)
            absences = absences.Where(a => a.From <= to);
        if (filter.State is { } state)
            absences = absences.Where(a => a.State == state);
        if (filter.ToDecide)
            absences = absences.Where(a =>
                a.State == AbsenceState.Requested
                && decided.Any(p => p.Id == a.Person && p.Archived == null)
            );
        return absences;
    }

    /// <summary>A place in the list: the first day of the last absence seen, and how many of that day were.</summary>
    private static (DateOnly From, int Passed)? Place(string? cursor) =>
        Cursor.Read(cursor, 2) is [var day, var passed]
        && DateOnly.TryParseExact(
            day,
            "O",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var from
        )
        && int.TryParse(passed, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? (from, count)
            : null;

    private static async Task<List<Row>> Rows(
        PlimsollDb db,
        IQueryable<Absence> absences,
        Actor actor,
        int passed,
        int most,
        CancellationToken ct
    )
    {
        var me = actor.Person;
        var decided = db.PeopleDecidedBy(actor);
        var found = await absences
            .OrderBy(a => a.From)
            .ThenBy(a => a.Id)
            .Skip(passed)
            .Take(most)
            .Select(a => new
            {
                Absence = a,
                Person = db.People()
                    .Where(p => p.Id == a.Person)
                    .Select(p => new { p.Name, p.Colour })
                    .First(),
                DecidedBy = db.People()
                    .Where(p => p.Id == a.DecidedBy)
                    .Select(p => p.Name)
                    .FirstOrDefault(),
                Decidable = decided.Any(p => p.Id == a.Person),
            })
            .ToListAsync(ct);
        var takes = await AbsenceCost.Of(db, [.. found.Select(f => f.Absence)], ct);
        return
        [
            .. found.Select(f => new Row(
                f.Absence.Id,
                f.Absence.Person,
                f.Person.Name,
                f.Person.Colour,
                f.Absence.From,
                f.Absence.To,
                f.Absence.HalfDay,
                takes[f.Absence.Id],
                f.Decidable || f.Absence.Person == me
                    ? Private(f.Absence, f.DecidedBy, f.Decidable)
                    : null
            )),
        ];
    }

    private static PrivateRow Private(Absence absence, string? decidedBy, bool decidable) =>
        new(
            absence.Kind,
            absence.State,
            absence.Note,
            absence.DeclineReason,
            absence.AskedAt,
            absence.DecidedAt,
            decidedBy,
            decidable,
            absence.Version
        );
}
