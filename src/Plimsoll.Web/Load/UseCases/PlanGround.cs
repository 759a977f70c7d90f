using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Clients;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Load;
using Plimsoll.Domain.People;
using Plimsoll.Web.Clients.Store;
using Plimsoll.Web.Load.Queries;
using Plimsoll.Web.People.Queries;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Load.UseCases;

/// <summary>
/// What the cells of a change stand on: their people with their calendars, their projects, and which of them are the
/// actor's to change.
/// </summary>
internal sealed class PlanGround
{
    // The third working day before a week is looked for in these days.
    private const int DaysBefore = 61;

    private readonly PlanScope _scope;
    private readonly Dictionary<PersonId, Someone> _people;
    private readonly Dictionary<ProjectId, Work> _projects;
    private readonly IReadOnlyDictionary<PersonId, PersonCalendar> _calendars;

    private PlanGround(
        PlanScope scope,
        Dictionary<PersonId, Someone> people,
        Dictionary<ProjectId, Work> projects,
        IReadOnlyDictionary<PersonId, PersonCalendar> calendars
    ) => (_scope, _people, _projects, _calendars) = (scope, people, projects, calendars);

    public static async Task<PlanGround> Of(
        PlimsollDb db,
        Actor actor,
        PersonId[] people,
        ProjectId[] projects,
        Week first,
        Week last,
        CancellationToken ct
    )
    {
        var persons = db.People().Where(p => people.Contains(p.Id));
        return new PlanGround(
            await PlanScope.Of(db, actor, ct),
            await persons
                .Select(p => new Someone(
                    p.Id,
                    p.Kind == PersonKind.Placeholder,
                    p.LastDay,
                    p.Archived != null
                ))
                .ToDictionaryAsync(p => p.Id, ct),
            await db.Projects()
                .Where(p => projects.Contains(p.Id))
                .Select(p => new Work(
                    p.Id,
                    p.Kind == ProjectKind.Internal,
                    p.Stage != Stage.Closed && p.Archived == null
                ))
                .ToDictionaryAsync(p => p.Id, ct),
            await PersonCalendars.Of(
                db,
                persons,
                first.Monday.AddDays(-DaysBefore),
                last.Sunday,
                ct
            )
        );
    }

    public PersonCalendar Calendar(PersonId person) => _calendars[person];

    public bool IsPlaceholder(PersonId person) => _people[person].IsPlaceholder;

    public bool IsInternal(ProjectId project) => _projects[project].IsInternal;

    /// <summary>What she may not see is not there for her; what she sees may still not be hers to change (PRODUCT 8).</summary>
    public CellsRefused? WhyNotHers(IReadOnlyList<CellKey> cells)
    {
        var unseen = cells.Where(IsUnseen).ToList();
        if (unseen.Count > 0)
            return new CellsRefused(new NotThere(), unseen);
        var foreign = cells.Where(c => !_scope.MayEdit(c.Person, c.Project)).ToList();
        return foreign.Count > 0 ? new CellsRefused(new NotAllowed(), foreign) : null;
    }

    /// <summary>Nothing new for who has left and on what is closed; clearing away is always possible.</summary>
    public Refusal? WhyNoMore(CellKey cell)
    {
        if (!_projects[cell.Project].TakesBookings)
            return new ProjectIsClosed(cell.Project);
        var person = _people[cell.Person];
        return person.IsArchived || person.LastDay < cell.Week.Monday
            ? new PersonHasLeft(cell.Person, cell.Week)
            : null;
    }

    private bool IsUnseen(CellKey cell) =>
        !_people.ContainsKey(cell.Person)
        || !_projects.ContainsKey(cell.Project)
        || !_scope.Sees(cell.Person)
        || !_scope.Names(cell.Project);

    private sealed record Someone(
        PersonId Id,
        bool IsPlaceholder,
        DateOnly? LastDay,
        bool IsArchived
    );

    private sealed record Work(ProjectId Id, bool IsInternal, bool TakesBookings);
}
