using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;
using Plimsoll.Web.Load.Store;
using Plimsoll.Web.People.Queries;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Load.Queries;

/// <summary>
/// Everyone's week against its 100 % (PRODUCT 2), as the actor may see it. A handful of statements however many rows,
/// sums made by the database, weeks found by their index: the cost grows with the cells shown, not with the past.
/// </summary>
public sealed class LoadBoard(IDbContextFactory<PlimsollDb> store, AgencyDay day)
{
    public async Task<Board> Ask(BoardView view, Actor actor, CancellationToken ct)
    {
        var today = await day.Today(ct);
        await using var db = await store.CreateDbContextAsync(ct);
        await db.Database.OpenConnectionAsync(ct);
        // Read first: what is changed while the rest is read comes once more by the live feed rather than not at all.
        var lastFact = await db.Facts().MaxAsync(f => (long?)f.Id, ct) ?? 0;
        var scope = await PlanScope.Of(db, actor, ct);
        var reading = new BoardReading(db, view, scope, actor, today, ct);
        var (groups, figures) =
            view.Rows is BoardRows.People
                ? await new PeopleRows(reading).Ask()
                : await new ProjectRows(reading).Ask();
        return new Board(
            view,
            Week.Of(today),
            [.. Week.Range(view.From, view.Weeks)],
            groups,
            figures,
            lastFact
        );
    }
}

/// <summary>What every part of reading one board needs.</summary>
internal sealed record BoardReading(
    PlimsollDb Db,
    BoardView View,
    PlanScope Scope,
    Actor Actor,
    DateOnly Today,
    CancellationToken Ct
)
{
    /// <summary>The bookings of the weeks shown.</summary>
    public IQueryable<PlannedTime> Planned => Db.Planned(View.From, View.Weeks);

    /// <summary>The place of a week in a row, by its Monday.</summary>
    public int At(DateOnly monday) => (monday.DayNumber - View.From.Monday.DayNumber) / 7;

    /// <summary>The people in the actor's sight that the filters leave.</summary>
    public IQueryable<Person> People()
    {
        var people = Db.PlanVisibleTo(Actor).Where(p => p.Archived == null);
        if (View.Team is { } team)
        {
            var teams = Db.TeamsVisibleTo(Actor);
            people = people.Where(p =>
                teams.Any(t => t.Id == team && t.Members.Any(m => m.PersonId == p.Id))
            );
        }
        if (View.Role is { } role)
            people = people.Where(p => p.Role == role);
        if (View.Rows is BoardRows.People && View.Search.Length > 0)
        {
            var pattern = SearchKeys.Anywhere(View.Search);
            people = people.FoundBy(pattern);
        }
        if (View.Rows is BoardRows.People && Matching() is { } matching)
            people = people.Where(p => matching.Contains(p.Id));
        return people;
    }

    /// <summary>Those booked as the filters of client, project and certainty say; filters choose rows, never parts of a cell.</summary>
    private IQueryable<PersonId>? Matching()
    {
        if (View.Client is null && View.Project is null && View.Certainty is null)
            return null;
        return Chosen(Planned).Select(t => t.Person);
    }

    /// <summary>The bookings that the filters of client, project and certainty speak of.</summary>
    public IQueryable<PlannedTime> Chosen(IQueryable<PlannedTime> planned)
    {
        // Asking for a project by its id must not tell who is booked on one that she may not see.
        if (View.Client is not null || View.Project is not null)
            planned = planned.Join(
                Db.ProjectsNamedTo(Actor),
                t => t.Project,
                p => p.Id,
                (t, p) => t
            );
        if (View.Client is { } client)
            planned = planned.Where(t => t.Client == client);
        if (View.Project is { } project)
            planned = planned.Where(t => t.Project == project);
        if (View.Certainty is { } certainty)
            planned = planned.Where(t => t.Certainty == certainty);
        return planned;
    }
}
