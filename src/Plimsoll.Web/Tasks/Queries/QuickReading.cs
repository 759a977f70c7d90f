using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Tasks.Quick;
using Plimsoll.Web.Clients.Queries;
using Plimsoll.Web.Clients.Store;
using Plimsoll.Web.People.Queries;
using Plimsoll.Web.Platform.Http;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Tasks.Queries;

/// <summary>What does this line mean? Asked as it is typed; it can only name what the one who asks may see.</summary>
public sealed class QuickReading(
    IDbContextFactory<PlimsollDb> store,
    IBookedProjects booked,
    AgencyDay day
)
{
    /// <param name="Streams">Of its project, to choose from.</param>
    public sealed record View(
        QuickTask Task,
        QuickName? Responsible,
        QuickName? Project,
        QuickName? Stream,
        QuickName? Client,
        IReadOnlyList<QuickName> Streams
    );

    /// <param name="Within">The project that is meant when the line names none.</param>
    /// <param name="Chosen">The project that was chosen already, whatever the line says.</param>
    /// <param name="Leave">What is not to be understood in it.</param>
    public sealed record Line(
        string? Text,
        ProjectId? Within = null,
        ProjectId? Chosen = null,
        IReadOnlyCollection<QuickField>? Leave = null
    );

    public async Task<View> Ask(Line line, Actor actor, CancellationToken ct)
    {
        var today = await day.Today(ct);
        var names = await Names(actor, ct);
        var task = QuickLine.Read(
            line.Text,
            today,
            actor.Person,
            names,
            line.Leave,
            line.Within,
            line.Chosen
        );
        QuickName? Named(QuickKind kind, Guid? id) =>
            names.FirstOrDefault(n => n.Kind == kind && n.Id == id);
        return new View(
            task,
            Named(QuickKind.Person, task.Responsible?.Value),
            Named(QuickKind.Project, task.Project?.Value),
            Named(QuickKind.Stream, task.Stream?.Value),
            Named(QuickKind.Client, task.Client?.Value),
            [
                .. names.Where(n =>
                    n.Kind is QuickKind.Stream && n.Of is { } of && of == task.Project?.Value
                ),
            ]
        );
    }

    private async Task<IReadOnlyList<QuickName>> Names(Actor actor, CancellationToken ct)
    {
        if (!actor.May(Right.WorkOnTasks))
            return [];
        await using var db = await store.CreateDbContextAsync(ct);
        var people = await db.WhoCanBeGivenTasks(actor)
            .OrderBy(p => p.Id)
            .Select(p => new { p.Id, p.Name })
            .Take(Listing.Most)
            .ToListAsync(ct);
        var projects = await db.ProjectsVisibleTo(actor, booked)
            .Where(p => p.Archived == null)
            .OrderBy(p => p.Id)
            .Select(p => new
            {
                p.Id,
                p.Name,
                p.Code,
                p.Client,
                ClientName = db.Clients()
                    .Where(c => c.Id == p.Client)
                    .Select(c => c.Name)
                    .FirstOrDefault(),
                Streams = p.Streams.Select(s => new { s.Id, s.Name }).ToList(),
            })
            .Take(Listing.Most)
            .ToListAsync(ct);
        return
        [
            .. people.Select(p => new QuickName(QuickKind.Person, p.Id.Value, p.Name)),
            // The name of a project's client is part of the project's name, and seen with it.
            .. projects
                .Where(p => p.Client is not null)
                .DistinctBy(p => p.Client)
                .Select(p => new QuickName(
                    QuickKind.Client,
                    p.Client!.Value.Value,
                    p.ClientName ?? ""
                )),
            .. projects.Select(p => new QuickName(
                QuickKind.Project,
                p.Id.Value,
                p.Name,
                p.Client?.Value,
                p.Code
            )),
            .. projects.SelectMany(p =>
                p.Streams.Select(s => new QuickName(
                    QuickKind.Stream,
                    s.Id.Value,
                    s.Name,
                    p.Id.Value
                ))
            ),
        ];
    }
}
