using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Clients;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Tasks;
using Plimsoll.Web.Clients.Queries;
using Plimsoll.Web.Clients.Store;
using Plimsoll.Web.Clients.UseCases;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Imports;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.Tasks.Export;
using Plimsoll.Web.Tasks.Import;
using Plimsoll.Web.Tasks.Queries;
using Plimsoll.Web.Tasks.Store;

namespace Plimsoll.Web.Tasks.UseCases;

/// <summary>Writes what an import of tasks would do, within the transaction of the one who applies it.</summary>
internal sealed class TaskWriting(
    PlimsollDb db,
    Actor actor,
    DateTime now,
    TaskImportWork work,
    IProgress<ImportProgress>? progress,
    CancellationToken ct
)
{
    private const int Portion = 500;
    private readonly Guid _batch = Guid.CreateVersion7();
    private readonly Dictionary<ProjectId, int> _next = [];
    private readonly Dictionary<(ProjectId, string), StreamId> _streams = [];
    private readonly List<MadeStream> _madeStreams = [];
    private readonly ArchivedFilesIn _files = new(db, actor, now);
    private int _comments;

    public async Task<Outcome<TaskImportResult>> Write(FileImport import)
    {
        var made = await new ImportedNames(db, actor, now, _batch, ct).Make(work.Cast);
        if (await PrepareProjects() is { } no)
            return no;
        if (await _files.Bring(work, ct) is { } unbrought)
            return unbrought;
        var tasks = new List<ProjectTask>(work.Tasks.Count);
        foreach (var planned in work.Tasks)
        {
            if (Make(planned).Refused(out var wrong, out var task))
                return wrong;
            tasks.Add(task);
        }
        if (await Keep(tasks) is { } unkept)
            return unkept;
        await Link(tasks);
        var result = new TaskImportResult(
            tasks.Count,
            _madeStreams.Count,
            _comments,
            [.. work.Cast.NewPeople.Select(p => p.Name)],
            [.. work.Cast.NewProjects.Select(p => p.Name)],
            [.. work.Cast.NewClients.Select(c => c.Name)]
        );
        _ = db.Attach(import);
        db.Record(
            "tasks.tasks-imported",
            import.Id,
            actor,
            now,
            about: new { file = import.FileName, tasks = result.Tasks },
            batch: _batch
        );
        import.Applied(
            _batch,
            ImportJson.Write(result),
            ImportJson.Write(new TaskImportTrail(made, _madeStreams))
        );
        return result;
    }

    /// <summary>Every project has a code to call its tasks by, numbers enough for them, and the streams they are of.</summary>
    private async Task<Refusal?> PrepareProjects()
    {
        foreach (var of in work.Tasks.GroupBy(t => t.Project.Id))
        {
            var project = await db.Projects().SingleAsync(p => p.Id == of.Key, ct);
            if (of.First().Project.IsNew && work.Found.Project is { } told)
                await Tell(project, told);
            if (project.Code is null && await db.NameByCode(project, null, ct) is { } no)
                return no;
            _next[project.Id] = await db.NextTaskNumbers(
                project.Id,
                KeepsNumbers(of.First().Project)
                    ? work.Tasks.Max(t => t.Found.Origin!.Number)
                    : of.Count(),
                ct
            );
            foreach (
                var name in KeepsNumbers(of.First().Project)
                    ? work.Found.Project!.Streams ?? []
                    : []
            )
                _ = StreamOf(project, name);
            foreach (
                var name in of.Select(t => t.Stream)
                    .OfType<string>()
                    .Distinct(StringComparer.OrdinalIgnoreCase)
            )
            {
                if (StreamOf(project, name).Refused(out var noStream, out var stream))
                    return noStream;
                _streams[(project.Id, name.ToUpperInvariant())] = stream;
            }
            _ = await db.SaveChangesAsync(ct);
        }
        db.ChangeTracker.Clear();
        return null;
    }

    /// <summary>What a project was elsewhere, as far as it can be that here: its code may be another's.</summary>
    private async Task Tell(Project project, ArchivedProject told)
    {
        if (await db.NameByCode(project, told.Code, ct) is not null)
            _ = project.ChangeCode(null);
        _ = project.ChangeColour(told.Colour);
        _ = project.ChangeDates(told.Starts, told.Ends);
    }

    /// <summary>In a project of their own tasks are called as they were.</summary>
    private bool KeepsNumbers(ImportCast.Work project) =>
        project.IsNew
        && work.Found.Project is not null
        && work.Tasks.All(t => t.Found.Origin is { Number: > 0 and < 1_000_000 })
        && work.Tasks.DistinctBy(t => t.Found.Origin!.Number).Count() == work.Tasks.Count;

    private Outcome<StreamId> StreamOf(Project project, string name)
    {
        if (
            project.Streams.FirstOrDefault(s =>
                string.Equals(s.Name, name, StringComparison.OrdinalIgnoreCase)
            ) is
            { } there
        )
            return there.Id;
        var added = project.AddStream(name);
        if (added.IsRefused)
            return added;
        _madeStreams.Add(new MadeStream(project.Id.Value, added.Value.Value));
        db.Record(
            "clients.stream-added",
            project.Id.Value,
            actor,
            now,
            about: new { stream = name },
            batch: _batch
        );
        return added;
    }

    private Outcome<ProjectTask> Make(PlannedTask planned)
    {
        var (found, project) = (planned.Found, planned.Project.Id);
        var origin = found.Origin;
        var number = KeepsNumbers(planned.Project) ? origin!.Number : _next[project]++;
        if (
            ProjectTask
                .New(
                    project,
                    number,
                    planned.Title,
                    Who(origin?.CreatedBy),
                    Past(origin?.CreatedAt)
                )
                .Refused(out var no, out var task)
        )
            return no;
        if (planned.Stream is { } stream)
            task.PutInto(_streams[(project, stream.ToUpperInvariant())]);
        task.GiveTo(planned.Responsible);
        // What was done elsewhere was done then; nobody reviews it once more.
        var at = found.DoneAt < now && planned.State is TaskState.Done ? found.DoneAt.Value : now;
        var wrong =
            task.Describe(_files.Inside(planned.Description))
            ?? task.LetReview(planned.Reviewer)
            ?? task.HelpedBy(planned.Helpers)
            ?? task.Prioritise(found.Priority)
            ?? task.Schedule(planned.Starts, planned.Due)
            ?? task.Guess(found.Estimate)
            ?? task.Move(planned.State, actor.Person, answers: true, at)
            ?? task.Check([.. planned.Checklist.Select(Item)]);
        if (wrong is not null)
            return wrong;
        if (origin is null)
            return task;
        var standing = new TaskStanding(
            planned.State,
            Who(origin.StateBy),
            Past(origin.StateSince),
            TaskRank.Arriving(now, origin.Place)
        );
        return task.PutBack(task.Content() with { Standing = standing }) is { } stays
            ? stays
            : task;
    }

    /// <summary>Whoever did it elsewhere, if she is somebody here.</summary>
    private PersonId Who(string? name) =>
        name is not null && work.Cast.PersonOf(name) is { } person ? person.Id : actor.Person;

    private DateTime Past(DateTime? at) =>
        at is { } moment && moment < now ? DateTime.SpecifyKind(moment, DateTimeKind.Utc) : now;

    private ChecklistLine Item(FoundLine line) =>
        line.IsDone
            ? new ChecklistLine(
                ChecklistItemId.New(),
                line.Text,
                Who(line.DoneBy),
                Past(line.DoneAt)
            )
            : new ChecklistLine(ChecklistItemId.New(), line.Text);

    private async Task<Refusal?> Keep(List<ProjectTask> tasks)
    {
        var done = 0;
        foreach (var portion in tasks.Zip(work.Tasks).Chunk(Portion))
        {
            foreach (var (task, planned) in portion)
            {
                _ = db.Add(task);
                if (planned.WaitsFor.Count == 0)
                    _ = db.RecordTask(TaskFact.Added, task, null, actor, now, _batch);
            }
            _ = await db.SaveChangesAsync(ct);
            foreach (var (task, planned) in portion)
            {
                if (Say(task, planned) is { } no)
                    return no;
                _files.GiveTo(task, planned);
            }
            _ = await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
            done += portion.Length;
            progress?.Report(new ImportProgress(done, tasks.Count));
        }
        return null;
    }

    /// <summary>What was said elsewhere stays inside, and nobody is told of it anew.</summary>
    private Refusal? Say(ProjectTask task, PlannedTask planned)
    {
        foreach (var said in planned.Comments)
        {
            if (
                TaskComment
                    .Say(
                        task.Id,
                        null,
                        _files.Inside(said.Text),
                        said.By ?? actor.Person,
                        Door.Import,
                        Past(said.At)
                    )
                    .Refused(out var no, out var comment)
            )
                return no;
            _ = db.Add(comment);
            db.RecordTalk(TalkFact.Said, comment, actor, now);
            _comments++;
        }
        return null;
    }

    /// <summary>What waits for others is told of once they are all there.</summary>
    private async Task Link(List<ProjectTask> tasks)
    {
        foreach (
            var portion in Enumerable
                .Range(0, tasks.Count)
                .Where(i => work.Tasks[i].WaitsFor.Count > 0)
                .Chunk(Portion)
        )
        {
            foreach (var i in portion)
            {
                _ = db.Attach(tasks[i]);
                foreach (var first in work.Tasks[i].WaitsFor)
                    _ = tasks[i].WaitFor(tasks[first].Id);
                _ = db.RecordTask(TaskFact.Added, tasks[i], null, actor, now, _batch);
            }
            _ = await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
        }
    }
}
