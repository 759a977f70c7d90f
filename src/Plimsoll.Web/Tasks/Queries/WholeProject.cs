using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Tasks;
using Plimsoll.Web.Clients.Queries;
using Plimsoll.Web.Clients.Store;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Files;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.Tasks.Export;
using Plimsoll.Web.Tasks.Store;

namespace Plimsoll.Web.Tasks.Queries;

/// <summary>A project with all its tasks, what is said about them and the files on them: as far as its reader sees it.</summary>
public sealed class WholeProject(
    IDbContextFactory<PlimsollDb> store,
    IBookedProjects booked,
    FoundFile files
)
{
    /// <param name="Files">Opens each file, in the order of their paths.</param>
    public sealed record View(ProjectArchive Archive, IReadOnlyList<Func<Task<Stream>>> Files);

    public async Task<Outcome<View>> Ask(ProjectId id, Actor actor, CancellationToken ct)
    {
        await using var db = await store.CreateDbContextAsync(ct);
        if (!actor.May(Right.WorkOnTasks))
            return new NotThere();
        var project = await db.ProjectsVisibleTo(actor, booked)
            .AsNoTracking()
            .SingleOrDefaultAsync(p => p.Id == id, ct);
        if (project is null)
            return new NotThere();
        var client = await db.Clients()
            .Where(c => c.Id == project.Client)
            .Select(c => c.Name)
            .SingleOrDefaultAsync(ct);
        var tasks = await db.TasksVisibleTo(actor, booked)
            .AsNoTracking()
            .Where(t => t.Project == id)
            .OrderBy(t => t.Number)
            .AsSplitQuery()
            .ToListAsync(ct);
        var ids = tasks.ConvertAll(t => t.Id);
        var comments = await db.CommentsVisibleTo(actor, booked)
            .AsNoTracking()
            .Where(c => db.Tasks().Any(t => t.Id == c.Task && t.Project == id))
            .ToListAsync(ct);
        var names = await db.People().ToDictionaryAsync(p => p.Id, p => p.Name, ct);
        var held = await Held(db, ids, comments, ct);
        var numbered = tasks
            .SelectMany(t =>
                held[t.Id]
                    .OrderBy(f => f.Name, StringComparer.Ordinal)
                    .ThenBy(f => f.Hash, StringComparer.Ordinal)
            )
            .ToList();
        var paths = numbered
            .Select((f, i) => (f.Id, Path: ProjectArchive.PathOf(i + 1)))
            .ToDictionary(f => f.Id, f => f.Path);
        var streams = project.Streams.ToDictionary(s => s.Id, s => s.Name);
        var numbers = tasks.ToDictionary(t => t.Id, t => t.Number);
        var places = tasks
            .GroupBy(t => t.State)
            .SelectMany(g =>
                g.OrderBy(t => t.Rank, StringComparer.Ordinal)
                    .ThenBy(t => t.Number)
                    .Select((t, i) => (t.Id, Place: i + 1))
            )
            .ToDictionary(p => p.Id, p => p.Place);
        var said = comments.ToLookup(c => c.Task);
        string? Name(PersonId? person) => person is { } who ? names.GetValueOrDefault(who) : null;
        var archive = new ProjectArchive(
            ProjectArchive.Known,
            new ArchivedProject(
                project.Name,
                project.Code,
                client,
                project.Kind,
                project.Stage,
                project.Colour,
                project.Starts,
                project.Ends,
                Some(project.Streams.Select(s => s.Name).Order(StringComparer.Ordinal))
            ),
            [
                .. tasks.Select(t => new ArchivedTask(
                    t.Number,
                    t.Title,
                    ProjectArchive.Outside(t.Description, paths),
                    t.Stream is { } stream ? streams.GetValueOrDefault(stream) : null,
                    t.State,
                    Whole(t.StateSince),
                    Name(t.StateBy),
                    places[t.Id],
                    t.Priority,
                    Name(t.Responsible),
                    Some(
                        t.Helpers.Select(h => Name(h.Person))
                            .OfType<string>()
                            .Order(StringComparer.Ordinal)
                    ),
                    Name(t.Reviewer),
                    t.Starts,
                    t.Due,
                    t.Estimate?.Value,
                    Some(
                        t.Lines()
                            .Select(l => new ArchivedLine(
                                l.Text,
                                Name(l.DoneBy),
                                l.DoneAt is { } at ? Whole(at) : null
                            ))
                    ),
                    Some(
                        t.Waits.Where(w => numbers.ContainsKey(w.For))
                            .Select(w => numbers[w.For])
                            .Order()
                    ),
                    Name(t.CreatedBy),
                    Whole(t.CreatedAt),
                    Some(
                        said[t.Id]
                            .OrderBy(c => Whole(c.At))
                            .ThenBy(c => c.Text, StringComparer.Ordinal)
                            .Select(c => new ArchivedComment(
                                Name(c.By),
                                Whole(c.At),
                                c.IsInternal ? null : true,
                                ProjectArchive.Outside(c.Text, paths)!
                            ))
                    ),
                    Some(
                        held[t.Id]
                            .OrderBy(f => f.Name, StringComparer.Ordinal)
                            .ThenBy(f => f.Hash, StringComparer.Ordinal)
                            .Select(f => new ArchivedFile(paths[f.Id], f.Name))
                    )
                )),
            ]
        );
        return new View(
            archive,
            numbered.ConvertAll(f => (Func<Task<Stream>>)(() => files.Open(f, ct)))
        );
    }

    /// <summary>Of tasks and comments that she sees; those of a comment hang on its task here.</summary>
    private static async Task<ILookup<TaskId, FileCard>> Held(
        PlimsollDb db,
        List<TaskId> tasks,
        List<TaskComment> comments,
        CancellationToken ct
    )
    {
        string[] kinds =
        [
            FileHolderKinds.Task,
            FileHolderKinds.TeamComment,
            FileHolderKinds.ClientComment,
        ];
        var taskOf = comments.ToDictionary(c => c.Id.Value, c => c.Task);
        foreach (var task in tasks)
            taskOf[task.Value] = task;
        var found = new List<FileCard>();
        foreach (var portion in taskOf.Keys.Select(k => (Guid?)k).Chunk(500))
            found.AddRange(
                await FoundFile
                    .Cards(
                        db,
                        db.Files()
                            .AsNoTracking()
                            .Where(f => kinds.Contains(f.HolderKind) && portion.Contains(f.Holder))
                    )
                    .ToListAsync(ct)
            );
        return found.ToLookup(f => taskOf[f.Holder!.Value]);
    }

    private static List<T>? Some<T>(IEnumerable<T> things) =>
        things.ToList() is { Count: > 0 } some ? some : null;

    /// <summary>To the millisecond: the databases keep moments to different places.</summary>
    private static DateTime Whole(DateTime at) =>
        DateTime.SpecifyKind(
            new DateTime(at.Ticks - at.Ticks % TimeSpan.TicksPerMillisecond),
            DateTimeKind.Utc
        );
}
