using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Clients;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Tasks;
using Plimsoll.Web.Clients.Import;
using Plimsoll.Web.Clients.Queries;
using Plimsoll.Web.Clients.Store;
using Plimsoll.Web.Platform.Sheets;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.Tasks.Import;
using Plimsoll.Web.Tasks.Store;

namespace Plimsoll.Web.Tasks.Queries;

/// <summary>Turns what a file tells into tasks that keep the laws, and says what is done to it for that.</summary>
internal sealed class TaskPlanning(PlimsollDb db, TaskImportWork work, CancellationToken ct)
{
    private readonly Dictionary<string, TaskState?> _states = work.States.ToDictionary(
        s => s.Word,
        s => s.Answer,
        StringComparer.OrdinalIgnoreCase
    );
    private readonly Dictionary<(string Code, string Text), (int At, int Count)> _told = [];
    private readonly Dictionary<string, int> _byKey = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _titles = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<ProjectId, HashSet<string>> _streams = [];
    private readonly Dictionary<string, ImportCast.Work> _unnamed = new(
        StringComparer.OrdinalIgnoreCase
    );
    private HashSet<(ProjectId, string, DateOnly?)> _there = [];

    public async Task Fill()
    {
        await ReadThere();
        foreach (var found in work.Found.Tasks)
        foreach (var key in found.Keys)
            _ = _titles.TryAdd(key, found.Title);
        foreach (var found in work.Found.Tasks)
            Take(found);
        for (var i = 0; i < work.Tasks.Count; i++)
            foreach (var key in work.Tasks[i].Found.Keys)
                _ = _byKey.TryAdd(key, i);
        LinkWaits();
        var comments = work.Tasks.Sum(t => t.Comments.Count);
        if (comments > 0)
            work.Problems.Add(
                new SheetProblem(
                    Everything(),
                    TaskProblem.CommentsStayInside,
                    ProblemWeight.Note,
                    new Dictionary<string, object> { ["n"] = comments }
                )
            );
        if (work.Tasks.Count == 0 && work.Errors == 0)
            work.Problems.Add(SheetProblem.Error(Everything(), TaskProblem.NothingToImport));
        CountAgain();
    }

    private CellRange Everything() =>
        work.Found.Tasks.Count > 0
            ? CellRange.Around(work.Found.Tasks.Select(t => t.At))
            : CellRange.Of(new CellAddress(1, 1));

    /// <summary>What already stands in the projects that are there: their streams, and tasks by title and due day.</summary>
    private async Task ReadThere()
    {
        var projects = work.Cast.Projects.Where(p => !p.IsNew).Select(p => p.Id).ToList();
        if (projects.Count == 0)
            return;
        foreach (
            var stream in await db.Projects()
                .AsNoTracking()
                .Where(p => projects.Contains(p.Id))
                .SelectMany(p => p.Streams, (p, s) => new { p.Id, s.Name })
                .ToListAsync(ct)
        )
            _ = StreamsOf(stream.Id).Add(stream.Name);
        if (work.Answers.Again)
            return;
        var there = await db.Tasks()
            .AsNoTracking()
            .Where(t => projects.Contains(t.Project))
            .Select(t => new
            {
                t.Project,
                t.Title,
                t.Due,
            })
            .ToListAsync(ct);
        _there = [.. there.Select(t => (t.Project, SearchKeys.Plain(t.Title), t.Due))];
    }

    private void Take(FoundTask found)
    {
        if (ProjectOf(FoundWork.KeyOf(found.Project, found.Client)) is not { } project)
        {
            Tell(found, TaskProblem.ProjectLeftOut, found.Project);
            return;
        }
        if (StateOf(found) is not { } state)
        {
            Tell(found, TaskProblem.StateLeftOut, found.State);
            return;
        }
        if (TitleOf(found).Refused(out _, out var title))
        {
            work.Problems.Add(Error(found, TaskProblem.TextIsImpossible, found.Title));
            return;
        }
        if (_there.Contains((project.Id, SearchKeys.Plain(title), found.Due)))
        {
            Note(found, TaskProblem.IsThereAlready, title);
            return;
        }
        var (checklist, rest) = Lines(found);
        var (stream, labels) = StreamOf(found, project.Id);
        var description = Described(found, title, rest, labels);
        var text = Line.Prose(description, "description", ProjectTask.DescriptionLimit);
        if (text.Refusal is { } no)
        {
            work.Problems.Add(
                Error(
                    found,
                    no is IsTooLong ? TaskProblem.TextIsTooLong : TaskProblem.TextIsImpossible,
                    title
                )
            );
            return;
        }
        var reviewer = PersonOf(found, found.Reviewer);
        if (state is TaskState.InReview && reviewer is null)
        {
            Tell(found, TaskProblem.ReviewNeedsReviewer, found.State);
            state = TaskState.InWork;
        }
        var starts = found.Starts;
        if (found.Due < starts)
        {
            Note(found, TaskProblem.DueBeforeItStarts, title);
            starts = null;
        }
        var responsible = PersonOf(found, found.Responsible);
        work.Tasks.Add(
            new PlannedTask(
                found,
                project,
                title,
                text.Value,
                state,
                responsible,
                Helpers(found, responsible),
                reviewer,
                starts,
                found.Due,
                stream,
                checklist,
                [.. found.Comments.SelectMany(Said)],
                []
            )
        );
    }

    /// <summary>A project whose client nobody has named yet is shown all the same; that it lacks one stops the import.</summary>
    private ImportCast.Work? ProjectOf(string key)
    {
        if (work.Cast.ProjectOf(key) is { } project)
            return project;
        if (_unnamed.TryGetValue(key, out var unnamed))
            return unnamed;
        return
            work.Work.FirstOrDefault(w =>
                string.Equals(w.Found.Key, key, StringComparison.OrdinalIgnoreCase)
            )
                is { LacksClient: true } lacking
            ? _unnamed[key] = new ImportCast.Work(
                ProjectId.New(),
                lacking.Found.Name,
                0,
                false,
                true
            )
            : null;
    }

    private TaskState? StateOf(FoundTask found)
    {
        // Left out is left out, done or not.
        if (_states.TryGetValue(found.State, out var said) && said is null)
            return null;
        return found.IsDone ? TaskState.Done
            : found.IsDropped ? TaskState.Dropped
            : said ?? TaskState.ToDo;
    }

    /// <summary>What is too long for one line stands whole in the description.</summary>
    private static Outcome<string> TitleOf(FoundTask found)
    {
        var line = Line.Required(found.Title, "title", int.MaxValue);
        if (line.Refused(out var no, out var whole))
            return no;
        return whole.Length <= ProjectTask.TitleLimit ? whole : Cut(whole);
    }

    private static string Cut(string whole)
    {
        var end = ProjectTask.TitleLimit - 1;
        if (char.IsHighSurrogate(whole[end - 1]))
            end--;
        return whole[..end].TrimEnd() + "…";
    }

    private (IReadOnlyList<FoundLine> Kept, IReadOnlyList<FoundLine> TooMany) Lines(FoundTask found)
    {
        var all = found.Checklist;
        var fits = all.All(l =>
            Line.Required(l.Text, "text", ChecklistItem.TextLimit).Refusal is null
        );
        if (all.Count <= ProjectTask.ChecklistAtMost && fits)
            return (all, []);
        Note(found, TaskProblem.ChecklistIsLong, found.Title);
        return ([], all);
    }

    /// <summary>The first label of a task that has no stream is what kind of work it is.</summary>
    private (string? Stream, IEnumerable<string> Labels) StreamOf(
        FoundTask found,
        ProjectId project
    )
    {
        var named = (found.Stream is { } stream ? [stream] : found.Labels.Take(1)).Select(Tidy);
        var fits = named.FirstOrDefault(n =>
            Line.Required(n, "name", ProjectStream.NameLimit).Refusal is null && HasRoom(project, n)
        );
        return (fits, found.Labels.Where(l => Tidy(l) != fits));
    }

    private static string Tidy(string label) =>
        Line.Optional(label, "name", int.MaxValue).Value ?? label;

    private bool HasRoom(ProjectId project, string stream)
    {
        var streams = StreamsOf(project);
        return streams.Contains(stream)
            || streams.Count < Project.StreamsAtMost && streams.Add(stream);
    }

    private HashSet<string> StreamsOf(ProjectId project) =>
        _streams.TryGetValue(project, out var streams)
            ? streams
            : _streams[project] = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What has no place of its own in a task stands at the end of its description.</summary>
    private string? Described(
        FoundTask found,
        string title,
        IReadOnlyList<FoundLine> lines,
        IEnumerable<string> labels
    )
    {
        var parts = new List<string>();
        if (title.EndsWith('…') && !found.Title.EndsWith('…'))
        {
            Note(found, TaskProblem.TitleIsLong, title);
            parts.Add(found.Title);
        }
        if (found.Description is { Length: > 0 } text)
            parts.Add(text);
        if (lines.Count > 0)
            parts.Add(
                string.Join('\n', lines.Select(l => $"- [{(l.IsDone ? 'x' : ' ')}] {l.Text}"))
            );
        if (found.Parent is { } parent)
        {
            Tell(found, TaskProblem.PartOfAnother, null);
            parts.Add("↑ " + _titles.GetValueOrDefault(parent, parent));
        }
        var marks = labels.Select(l => "#" + l.Trim().Replace(' ', '-')).ToList();
        if (marks.Count > 0)
            parts.Add(string.Join(' ', marks));
        return parts.Count == 0 ? null : string.Join("\n\n", parts);
    }

    /// <summary>What is too long for one comment becomes several.</summary>
    private IEnumerable<PlannedComment> Said(FoundComment found)
    {
        var by = found.Author is { } author ? work.Cast.PersonOf(author)?.Id : null;
        var text =
            by is null && found.Author is { } unknown
                ? $"**{unknown}**\n\n{found.Text}"
                : found.Text;
        for (var at = 0; at < text.Length; )
        {
            var length = Math.Min(TaskComment.TextLimit, text.Length - at);
            if (at + length < text.Length && char.IsHighSurrogate(text[at + length - 1]))
                length--;
            var part = Line.Prose(text.Substring(at, length), "text", TaskComment.TextLimit);
            if (part is { IsRefused: false, Value: { } words })
                yield return new PlannedComment(words, by, found.At);
            at += length;
        }
    }

    private PersonId? PersonOf(FoundTask found, string? name)
    {
        if (name is null)
            return null;
        if (work.Cast.PersonOf(name) is { } person)
            return person.Id;
        Tell(found, TaskProblem.PersonLeftOut, name);
        return null;
    }

    private List<PersonId> Helpers(FoundTask found, PersonId? responsible)
    {
        var all = found
            .Helpers.Select(h => PersonOf(found, h))
            .OfType<PersonId>()
            .Where(h => h != responsible)
            .Distinct()
            .ToList();
        if (all.Count <= ProjectTask.HelpersAtMost)
            return all;
        Note(found, TaskProblem.HasTooManyHelpers, found.Title);
        return all[..ProjectTask.HelpersAtMost];
    }

    private void LinkWaits()
    {
        for (var i = 0; i < work.Tasks.Count; i++)
        {
            foreach (var key in work.Tasks[i].Found.WaitsFor)
                Link(i, key, waits: i, isFor: null);
            foreach (var key in work.Tasks[i].Found.Blocks)
                Link(i, key, waits: null, isFor: i);
        }
    }

    private void Link(int at, string key, int? waits, int? isFor)
    {
        var found = work.Tasks[at].Found;
        if (!_byKey.TryGetValue(key, out var other))
        {
            Note(found, TaskProblem.OtherNotInFile, key);
            return;
        }
        var (task, first) = (waits ?? other, isFor ?? other);
        var links = work.Tasks[task].WaitsFor;
        if (links.Contains(first))
            return;
        if (task == first || links.Count >= ProjectTask.WaitsAtMost || Reaches(first, task))
            Note(found, TaskProblem.WaitsInCircle, key);
        else
            links.Add(first);
    }

    private bool Reaches(int from, int task)
    {
        var seen = new HashSet<int>();
        var next = new Stack<int>([from]);
        while (next.TryPop(out var one))
        {
            if (one == task)
                return true;
            if (seen.Add(one))
                foreach (var further in work.Tasks[one].WaitsFor)
                    next.Push(further);
        }
        return false;
    }

    private SheetProblem Error(FoundTask found, string code, string text) =>
        SheetProblem.Error(found.At, code, text) with
        {
            Where = Place(found),
        };

    private void Note(FoundTask found, string code, string text) =>
        work.Problems.Add(SheetProblem.Note(found.At, code, text) with { Where = Place(found) });

    /// <summary>What holds for many tasks is told once, with their number.</summary>
    private void Tell(FoundTask found, string code, string? text)
    {
        var key = (code, text ?? "");
        if (_told.TryGetValue(key, out var told))
        {
            _told[key] = (told.At, told.Count + 1);
            return;
        }
        _told[key] = (work.Problems.Count, 1);
        Note(found, code, text ?? "");
    }

    private void CountAgain()
    {
        foreach (var (at, count) in _told.Values)
            work.Problems[at] = work.Problems[at] with
            {
                Words = new Dictionary<string, object>(work.Problems[at].Words) { ["n"] = count },
            };
    }

    /// <summary>Cards have no cells: they are known by what they are called.</summary>
    private string? Place(FoundTask found) =>
        work.Found.Source is TaskSource.Trello or TaskSource.Plimsoll ? found.Title : null;
}
