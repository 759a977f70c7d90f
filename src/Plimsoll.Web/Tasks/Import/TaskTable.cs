using System.Globalization;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Tasks;
using Plimsoll.Web.Platform.Sheets;

namespace Plimsoll.Web.Tasks.Import;

/// <summary>
/// Reads a table of tasks, whatever program wrote it: the headings are looked for below any preamble, and say what each
/// column is; somebody may say it otherwise. Knows nothing of the workspace.
/// </summary>
public static class TaskTable
{
    private const int HeadingsWithin = 40;
    private const int ExampleLimit = 60;

    /// <summary>The sheet of a file that holds most tasks; hidden sheets are lists and leftovers.</summary>
    public static FoundTasks Read(SheetBook book, TaskFileHints hints)
    {
        FoundTasks? best = null;
        foreach (var sheet in book.Sheets.Where(s => !s.IsHidden && s.Count > 0))
        {
            var found = Read(sheet, hints);
            if (best is null || found.Tasks.Count > best.Tasks.Count)
                best = found;
        }
        return best ?? Read(book.Sheets[0], hints);
    }

    public static FoundTasks Read(SheetGrid grid, TaskFileHints hints)
    {
        var row = HeadingRow(grid);
        var headings = grid.Row(row).Where(c => !c.IsEmpty).ToList();
        var source = TaskHeadings.Source([.. headings.Select(h => h.Text)]);
        var columns = Columns(grid, row, headings, source, hints);
        var unit = columns.FirstOrDefault(c => c.Kind is TaskColumn.Estimate) is { } estimate
            ? hints.Estimates ?? UnitOf(estimate.Heading, source)
            : (EstimateUnit?)null;
        var reading = new TableReading(grid, row, source, columns, unit, hints);
        return reading.Read();
    }

    private static EstimateUnit UnitOf(string heading, TaskSource source) =>
        TaskHeadings.Unit(heading)
        ?? (source is TaskSource.Jira ? EstimateUnit.Seconds : EstimateUnit.Hours);

    /// <summary>The row most of whose cells are known headings; else the first of those that fill the most columns.</summary>
    private static int HeadingRow(SheetGrid grid)
    {
        var (best, most) = (0, 1);
        foreach (var row in grid.Rows.Take(HeadingsWithin))
        {
            var texts = grid.Row(row).Where(c => !c.IsEmpty).Select(c => c.Text).ToList();
            var source = TaskHeadings.Source(texts);
            var known = texts
                .Select(t => TaskHeadings.Kind(t, source))
                .Where(k => k is not TaskColumn.Ignore)
                .Distinct()
                .ToList();
            if (known.Count > most && known.Contains(TaskColumn.Title))
                (best, most) = (row, known.Count);
        }
        return best > 0
            ? best
            : grid.Rows.Take(HeadingsWithin).MaxBy(r => grid.Row(r).Count(c => !c.IsEmpty));
    }

    private static List<FoundColumn> Columns(
        SheetGrid grid,
        int row,
        List<SheetCell> headings,
        TaskSource source,
        TaskFileHints hints
    )
    {
        var examples = new Dictionary<int, string>();
        foreach (var below in grid.Rows.Where(r => r > row).Take(200))
        foreach (var cell in grid.Row(below).Where(c => !c.IsEmpty))
            _ = examples.TryAdd(cell.Address.Column, Short(cell.Text));
        var taken = new HashSet<TaskColumn>(
            hints.Columns.Values.Where(k => !TaskHeadings.MayRepeat(k))
        );
        // A project's name says more than its key, wherever the two stand.
        var named = headings.Any(h =>
            TaskHeadings.Kind(h.Text, source) is TaskColumn.Project && !IsProjectKey(h)
        );
        var columns = new List<FoundColumn>();
        foreach (var heading in headings)
        {
            var number = heading.Address.Column;
            var proposed = TaskHeadings.Kind(heading.Text, source);
            if (named && IsProjectKey(heading))
                proposed = TaskColumn.Ignore;
            var kind = hints.Columns.TryGetValue(number, out var said) ? said : proposed;
            if (
                !hints.Columns.ContainsKey(number)
                && !TaskHeadings.MayRepeat(kind)
                && !taken.Add(kind)
            )
                kind = TaskColumn.Ignore;
            columns.Add(
                new FoundColumn(
                    number,
                    Short(heading.Text),
                    examples.GetValueOrDefault(number),
                    proposed,
                    kind
                )
            );
        }
        return columns;
    }

    private static bool IsProjectKey(SheetCell heading) =>
        heading.Text.Trim().Equals("project key", StringComparison.OrdinalIgnoreCase);

    private static string Short(string text)
    {
        var line = string.Join(
            ' ',
            text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );
        return line.Length > ExampleLimit ? line[..ExampleLimit].TrimEnd() + "…" : line;
    }
}

/// <summary>Turns the rows below the headings into tasks.</summary>
internal sealed class TableReading(
    SheetGrid grid,
    int headingRow,
    TaskSource source,
    IReadOnlyList<FoundColumn> columns,
    EstimateUnit? unit,
    TaskFileHints hints
)
{
    private static readonly char[] ListEnds = [',', ';', '\n'];
    private readonly List<SheetProblem> _problems = [];
    private readonly Dictionary<string, string> _emails = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _strange = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<int, string> _headings = columns.ToDictionary(
        c => c.Number,
        c => c.Heading
    );
    private readonly ILookup<TaskColumn, int> _columns = columns.ToLookup(
        c => c.Kind,
        c => c.Number
    );
    private readonly Dictionary<int, DayWords> _days = [];
    private readonly DayWords _jira = DayWords.Of([], hints.Zone);

    public FoundTasks Read()
    {
        foreach (var kind in new[] { TaskColumn.Starts, TaskColumn.Due, TaskColumn.Done })
        foreach (var column in _columns[kind])
            LearnDays(column);
        var tasks = new List<FoundTask>();
        if (!_columns[TaskColumn.Title].Any())
            _problems.Add(
                SheetProblem.Error(
                    new CellRange(
                        new CellAddress(headingRow, 1),
                        new CellAddress(headingRow, Math.Max(1, grid.LastColumn))
                    ),
                    TaskProblem.NoTitles
                )
            );
        else
            foreach (var row in grid.Rows.Where(r => r > headingRow))
                if (Task(row) is { } task)
                    tasks.Add(task);
        return new FoundTasks
        {
            Source = source,
            HeadingRow = headingRow,
            Columns = columns,
            Tasks = tasks,
            Estimates = unit,
            Emails = _emails,
            Problems = _problems,
        };
    }

    private void LearnDays(int column)
    {
        var days = DayWords.Of(
            grid.Rows.Where(r => r > headingRow)
                .Select(r => grid.At(r, column))
                .OfType<SheetCell>()
                .Select(c => c.Text),
            hints.Zone
        );
        _days[column] = days;
        if (days.IsDoubtful)
            Note(new CellAddress(headingRow, column), TaskProblem.DayIsDoubtful, _headings[column]);
    }

    private FoundTask? Task(int row)
    {
        var at = new CellAddress(row, _columns[TaskColumn.Title].First());
        if (One(row, TaskColumn.Title) is not { } title)
        {
            if (grid.Row(row).Any(c => !c.IsEmpty && _headings.ContainsKey(c.Address.Column)))
                Note(at, TaskProblem.RowWithoutTitle, grid.Row(row)[0].Text);
            return null;
        }
        var responsible = One(row, TaskColumn.Responsible);
        if (responsible is not null && One(row, TaskColumn.Email) is { } email)
            _emails[responsible] = email;
        var (isDone, doneAt) = Done(row);
        return new FoundTask
        {
            At = at,
            Title = title,
            Keys = [.. Many(row, TaskColumn.Key)],
            Project = One(row, TaskColumn.Project) ?? hints.Name,
            Client = One(row, TaskColumn.Client),
            State = One(row, TaskColumn.State) ?? "",
            IsDone = isDone,
            DoneAt = doneAt,
            Priority = Priority(row),
            Responsible = responsible ?? One(row, TaskColumn.Email),
            Helpers = [.. Split(row, TaskColumn.Helpers)],
            Reviewer = One(row, TaskColumn.Reviewer),
            Starts = Day(row, TaskColumn.Starts),
            Due = Day(row, TaskColumn.Due),
            Estimate = Estimate(row),
            Description = Cell(row, TaskColumn.Description)?.Text is { } text
                ? ForeignText.ToMarkdown(text, source)
                : null,
            Stream = One(row, TaskColumn.Stream),
            Labels = [.. Split(row, TaskColumn.Labels)],
            Checklist = [.. Many(row, TaskColumn.Checklist).SelectMany(ChecklistWords.Read)],
            Parent = One(row, TaskColumn.Parent),
            WaitsFor = [.. Split(row, TaskColumn.WaitsFor)],
            Blocks = [.. Split(row, TaskColumn.Blocks)],
            Comments = [.. Many(row, TaskColumn.Comment).Select(Comment)],
        };
    }

    /// <summary>Jira writes when and who before what was said.</summary>
    private FoundComment Comment(string text)
    {
        var parts = text.Split(';', 3);
        return source is TaskSource.Jira && parts.Length == 3 && _jira.Moment(parts[0]) is { } at
            ? new FoundComment(
                parts[1].Trim() is { Length: > 0 } author ? author : null,
                Utc(at),
                ForeignText.ToMarkdown(parts[2], source)
            )
            : new FoundComment(null, null, ForeignText.ToMarkdown(text, source));
    }

    private (bool, DateTime?) Done(int row)
    {
        if (Cell(row, TaskColumn.Done) is not { } cell || StateWords.SaysNo(cell.Text))
            return (false, null);
        var at =
            cell.Date?.ToDateTime(TimeOnly.MinValue)
            ?? _days[cell.Address.Column].Moment(cell.Text);
        return (true, at is { } there ? Utc(there) : null);
    }

    private DateTime Utc(DateTime there) =>
        TimeZoneInfo.ConvertTimeToUtc(
            DateTime.SpecifyKind(Existing(there), DateTimeKind.Unspecified),
            hints.Zone
        );

    /// <summary>In the night that the clocks go forward an hour is missing.</summary>
    private DateTime Existing(DateTime there) =>
        hints.Zone.IsInvalidTime(there) ? there.AddHours(1) : there;

    private TaskPriority Priority(int row)
    {
        if (Cell(row, TaskColumn.Priority) is not { } cell)
            return TaskPriority.Normal;
        if (StateWords.Priority(cell.Text) is { } priority)
            return priority;
        if (_strange.Add(cell.Text))
            Note(cell.Address, TaskProblem.PriorityNotUnderstood, cell.Text);
        return TaskPriority.Normal;
    }

    private DateOnly? Day(int row, TaskColumn kind)
    {
        if (Cell(row, kind) is not { } cell)
            return null;
        if (_days[cell.Address.Column].Read(cell) is { } day && Era.Holds(day))
            return day;
        Note(cell.Address, TaskProblem.DayNotUnderstood, cell.Text);
        return null;
    }

    private Minutes? Estimate(int row)
    {
        if (Cell(row, TaskColumn.Estimate) is not { } cell)
            return null;
        if (
            EstimateWords.TryRead(cell, unit ?? EstimateUnit.Hours, out var estimate)
            && estimate is null or { Value: <= ProjectTask.EstimateAtMost }
        )
            return estimate;
        Note(cell.Address, TaskProblem.EstimateNotUnderstood, cell.Text);
        return null;
    }

    private SheetCell? Cell(int row, TaskColumn kind)
    {
        foreach (var column in _columns[kind])
            if (grid.At(row, column) is { IsEmpty: false } cell && cell.Text.Trim().Length > 0)
                return cell;
        return null;
    }

    private string? One(int row, TaskColumn kind) => Cell(row, kind)?.Text.Trim();

    private IEnumerable<string> Many(int row, TaskColumn kind) =>
        _columns[kind]
            .Select(column => grid.At(row, column)?.Text.Trim())
            .OfType<string>()
            .Where(t => t.Length > 0);

    private IEnumerable<string> Split(int row, TaskColumn kind) =>
        Many(row, kind)
            .SelectMany(t => t.Split(ListEnds, StringSplitOptions.TrimEntries))
            .Where(t => t.Length > 0)
            .Distinct();

    private void Note(CellAddress at, string code, string text) =>
        _problems.Add(
            SheetProblem.Note(at, code, text) with
            {
                Where = _headings.TryGetValue(at.Column, out var heading)
                    ? string.Create(CultureInfo.InvariantCulture, $"{at} · {heading}")
                    : null,
            }
        );
}
