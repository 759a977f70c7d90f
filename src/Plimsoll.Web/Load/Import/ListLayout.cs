using System.Globalization;
using Plimsoll.Web.Clients.Import;
using Plimsoll.Web.Platform.Sheets;

namespace Plimsoll.Web.Load.Import;

/// <summary>Long lists: a row for each person, project and week, columns known by their headings.</summary>
internal sealed class ListLayout
{
    private const int RowsLookedAt = 30;

    private readonly SheetGrid _grid;
    private readonly Gathered _found;
    private readonly DateOnly _today;
    private readonly Dictionary<ColumnKind, int> _columns;
    private readonly int _header;

    private ListLayout(
        SheetGrid grid,
        int header,
        Dictionary<ColumnKind, int> columns,
        DateOnly today,
        Gathered found
    ) => (_grid, _header, _columns, _today, _found) = (grid, header, columns, today, found);

    public static bool Read(SheetGrid grid, DateOnly today, Gathered found)
    {
        foreach (var row in grid.Rows.TakeWhile(row => row <= RowsLookedAt))
        {
            var columns = Columns(grid, row);
            if (
                !columns.ContainsKey(ColumnKind.Person)
                || !columns.ContainsKey(ColumnKind.Week)
                || !columns.ContainsKey(ColumnKind.Amount)
            )
                continue;
            found.Layout = LoadLayout.List;
            found.HeadingUnit = ColumnWords.Unit(grid.At(row, columns[ColumnKind.Amount])!.Text);
            new ListLayout(grid, row, columns, today, found).ReadRows();
            return true;
        }
        return false;
    }

    private static Dictionary<ColumnKind, int> Columns(SheetGrid grid, int row)
    {
        var columns = new Dictionary<ColumnKind, int>();
        foreach (var cell in grid.Row(row))
            // The heading of a week across is no heading of a list.
            if (WeekHeading.Read(cell) is not null)
                return [];
            else if (ColumnWords.Kind(cell.Text) is not ColumnKind.Unknown and var kind)
                _ = columns.TryAdd(kind, cell.Address.Column);
        if (
            !columns.ContainsKey(ColumnKind.Project)
            && columns.Remove(ColumnKind.Client, out var client)
        )
            columns.Add(ColumnKind.Project, client);
        // "Load" heads a sum elsewhere; in a list it is the amount itself.
        if (
            !columns.ContainsKey(ColumnKind.Amount)
            && columns.Remove(ColumnKind.Total, out var total)
        )
            columns.Add(ColumnKind.Amount, total);
        return columns;
    }

    private void ReadRows()
    {
        if (!_columns.ContainsKey(ColumnKind.Project))
        {
            _found.Problems.Add(
                SheetProblem.Error(
                    CellRange.Around(_columns.Values.Select(column => At(_header, column))),
                    LoadProblem.ProjectsNotFound
                )
            );
            return;
        }
        var headings = new Dictionary<int, WeekHeading>();
        foreach (var row in _grid.Rows)
            if (row > _header && WeekHeading.Read(Cell(row, ColumnKind.Week)) is { } heading)
                headings[row] = heading;
        var monthFirst = WeekSequence.IsMonthFirst(headings.Values);
        foreach (var row in _grid.Rows)
            if (row > _header)
                ReadRow(row, headings.GetValueOrDefault(row), monthFirst);
    }

    private void ReadRow(int row, WeekHeading? heading, bool monthFirst)
    {
        var (person, project) = (Text(row, ColumnKind.Person), Text(row, ColumnKind.Project));
        if (SheetWords.IsTotal(person) || Cell(row, ColumnKind.Amount) is not { } amount)
            return;
        if (person.Length == 0)
        {
            if (project.Length > 0 || heading is not null)
                Fail(row, ColumnKind.Person, LoadProblem.RowWithoutPerson, project);
            return;
        }
        var labels = Labels(row, person, project);
        if (project.Length == 0)
        {
            if (labels.Status != FillMeaning.Away)
            {
                Fail(row, ColumnKind.Project, LoadProblem.RowWithoutProject, person);
                return;
            }
            labels = labels with
            {
                Project = Text(row, ColumnKind.Status),
                ProjectAt = At(row, ColumnKind.Status),
            };
        }
        var read = heading is null ? default : WeekSequence.Alone(heading, _today, monthFirst);
        if (read.Week is not { } week)
        {
            Fail(row, ColumnKind.Week, LoadProblem.WeekNotUnderstood, Text(row, ColumnKind.Week));
            return;
        }
        if (read.IsDoubtful)
            Fail(row, ColumnKind.Week, LoadProblem.WeekIsDoubtful, Text(row, ColumnKind.Week));
        _found.Meet(
            new FoundPerson(person, labels.Role, labels.WeeklyHours, At(row, ColumnKind.Person))
        );
        _found.Take(labels, week, amount);
    }

    private RowLabels Labels(int row, string person, string project) =>
        new(person, project, At(row, ColumnKind.Project))
        {
            Role = Filled(row, ColumnKind.Role),
            WeeklyHours = Filled(row, ColumnKind.WeeklyHours) is { } hours
                ? RoleAndHours.Weekly(hours)
                : null,
            Client = Filled(row, ColumnKind.Client),
            Status = Status(row),
            HoldUntil = HoldUntil(row),
            // What somebody said keeps its lines.
            Comment = Cell(row, ColumnKind.Comment)?.Text.Trim() is { Length: > 0 } said
                ? said
                : null,
        };

    private FillMeaning? Status(int row)
    {
        if (Filled(row, ColumnKind.Status) is not { } status)
            return null;
        var meaning = SheetWords.Meaning(status);
        // The column may hold something else, such as the stage of the project: worth a look, not a reason to stop.
        if (meaning is null)
            _found.Problems.Add(
                SheetProblem.Note(
                    At(row, ColumnKind.Status),
                    LoadProblem.StatusNotUnderstood,
                    status
                )
            );
        return meaning;
    }

    private DateOnly? HoldUntil(int row)
    {
        if (Cell(row, ColumnKind.HoldUntil) is not { Text.Length: > 0 } cell)
            return null;
        if (cell.Date is { } date)
            return date;
        string[] forms = ["yyyy-MM-dd", "d.M.yyyy"];
        if (
            DateOnly.TryParseExact(
                cell.Text.Trim(),
                forms,
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var day
            )
        )
            return day;
        Fail(row, ColumnKind.HoldUntil, LoadProblem.DayNotUnderstood, cell.Text);
        return null;
    }

    private void Fail(int row, ColumnKind column, string code, string text) =>
        _found.Problems.Add(SheetProblem.Error(At(row, column), code, text));

    private SheetCell? Cell(int row, ColumnKind kind) =>
        _columns.TryGetValue(kind, out var column) ? _grid.At(row, column) : null;

    private string Text(int row, ColumnKind kind) => AcrossLayout.Clean(Cell(row, kind)?.Text);

    private string? Filled(int row, ColumnKind kind) =>
        Text(row, kind) is { Length: > 0 } text ? text : null;

    private CellAddress At(int row, ColumnKind kind) => At(row, _columns[kind]);

    private static CellAddress At(int row, int column) => new(row, column);
}
