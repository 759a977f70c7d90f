using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Load.Queries;

/// <summary>
/// What one actor may see and change of the plan, read once and then asked cell by cell. For the heads of the agency
/// nothing needs to be read.
/// </summary>
public sealed class PlanScope
{
    private readonly HashSet<PersonId>? _people;
    private readonly HashSet<ProjectId>? _named;
    private readonly HashSet<PersonId>? _planned;
    private readonly HashSet<ProjectId> _own;

    private PlanScope(
        HashSet<PersonId>? people,
        HashSet<ProjectId>? named,
        HashSet<PersonId>? planned,
        HashSet<ProjectId> own
    ) => (_people, _named, _planned, _own) = (people, named, planned, own);

    public static async Task<PlanScope> Of(PlimsollDb db, Actor actor, CancellationToken ct)
    {
        var everyone = actor.ReachOf(Right.SeeEveryone) is Reach.All;
        var everything = actor.ReachOf(Right.SeeAllClients) is Reach.All;
        var plansAll = actor.ReachOf(Right.PlanEveryone) is Reach.All;
        var plansOwn = actor.ReachOf(Right.PlanOwnTeam) is Reach.Own;
        return new PlanScope(
            everyone ? null : await Ids(db.PlanVisibleTo(actor).Select(p => p.Id), ct),
            everything ? null : await Ids(db.ProjectsNamedTo(actor).Select(p => p.Id), ct),
            plansAll ? null
                : plansOwn ? await Ids(db.PlannedBy(actor).Select(p => p.Id), ct)
                : [],
            plansOwn ? await Ids(db.ProjectsAnsweredFor(actor.Person).Select(p => p.Id), ct) : []
        );
    }

    public bool SeesEveryone => _people is null;

    public bool Sees(PersonId person) => _people?.Contains(person) ?? true;

    /// <summary>Whether the project stands on her board by its name.</summary>
    public bool Names(ProjectId project) => _named?.Contains(project) ?? true;

    /// <summary>Whether it is a project that she answers for: she sees everyone who is booked on it.</summary>
    public bool Owns(ProjectId project) => _own.Contains(project);

    /// <summary>Whether anything in this person's row is hers to change.</summary>
    public bool MayEditSome(PersonId person) => Sees(person) && (Plans(person) || _own.Count > 0);

    public bool MayEdit(PersonId person, ProjectId project) =>
        Sees(person) && Names(project) && (Plans(person) || _own.Contains(project));

    /// <summary>Whether anything on this project is hers to change.</summary>
    public bool MayEditSome(ProjectId project) =>
        Names(project) && (_planned is null || _planned.Count > 0 || _own.Contains(project));

    private bool Plans(PersonId person) => _planned?.Contains(person) ?? true;

    private static async Task<HashSet<T>> Ids<T>(IQueryable<T> ids, CancellationToken ct) =>
        [.. await ids.ToListAsync(ct)];
}
