using System.Text.RegularExpressions;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Clients.Import;
using Plimsoll.Web.Platform.Sheets;

namespace Plimsoll.Web.Load.Import;

/// <summary>
/// Sheets with weeks across, in both habits: a block per person with a total row and her projects under it, or a
/// row for each person and project. Turned round, projects outside and people inside, they read the same way.
/// </summary>
internal sealed partial class AcrossLayout
{
    private readonly SheetGrid _grid;
    private readonly AcrossHeader _header;
    private readonly Gathered _found;
    private readonly int _outer;
    private readonly int _inner;
    private readonly bool _turned;
    private readonly BlockHeads _heads;
    private (string Text, CellAddress At, string? Role, Minutes? Weekly)? _group;

    private AcrossLayout(SheetGrid grid, AcrossHeader header, Gathered found)
    {
        (_grid, _header, _found) = (grid, header, found);
        var person = Column(ColumnKind.Person);
        var project = Column(ColumnKind.Project);
        (_outer, _inner) = (person, project) switch
        {
            (0, 0) => (1, 1),
            (0, _) => (project, project),
            (_, 0) => (person, person),
            _ => (Math.Min(person, project), Math.Max(person, project)),
        };
        _turned = project > 0 && project < person;
        _heads = new BlockHeads(grid, header, _outer, _inner);
    }

    public static bool Read(SheetGrid grid, DateOnly today, Gathered found)
    {
        if (AcrossHeader.Find(grid, today, found) is not { } header)
            return false;
        found.HeadingUnit = header.Unit;
        new AcrossLayout(grid, header, found).ReadRows();
        return true;
    }

    private void ReadRows()
    {
        var heads = 0;
        foreach (var row in _grid.Rows)
        {
            if (row <= _header.Row || IsRepeatedHeader(row))
                continue;
            var (outer, inner) = (Own(row, _outer), Inner(_grid, row, _outer, _inner));
            if (IsSumOnly(row, outer, inner))
                continue;
            if (_heads.Contains(row))
            {
                heads++;
                Open(row, outer, _inner == _outer ? "" : inner);
            }
            else if (_inner == _outer)
                ReadOneLabel(row, outer);
            else if (outer.Length > 0)
                ReadOpening(row, outer, inner);
            else
                ReadUnder(row, inner);
        }
        _found.Layout = heads > 0 ? LoadLayout.Blocks : LoadLayout.Rows;
        if (_inner == _outer && heads == 0 && _header.Weeks.Count > 0)
            _found.Problems.Add(
                SheetProblem.Error(At(_header.Row, _outer), LoadProblem.ProjectsNotFound)
            );
    }

    /// <summary>A row that only adds up others, over a team or the whole sheet.</summary>
    private bool IsSumOnly(int row, string outer, string inner)
    {
        if (SheetWords.IsTotal(outer))
            return true;
        if (_inner == _outer || _heads.Contains(row))
            return false;
        return inner.Length > 0
            ? SheetWords.IsTotal(inner)
            : SheetWords.BeginsTotal(outer) || _heads.IsSummed(row);
    }

    /// <summary>The row a block begins with names the person, often her role and hours, and holds nothing but sums.</summary>
    private void Open(int row, string outer, string inner)
    {
        var (role, weekly) = _turned ? (null, null) : RoleAndHours.Read(inner);
        _group = (
            outer,
            At(row, _outer),
            Label(row, ColumnKind.Role) ?? role,
            Weekly(row) ?? weekly
        );
        if (!_turned)
            _found.Meet(
                new FoundPerson(outer, _group.Value.Role, _group.Value.Weekly, At(row, _outer))
            );
        // A word over a whole week, such as "Vacation", stands in the person's own row.
        foreach (var (column, week) in _header.Weeks)
            if (
                _grid.At(row, column) is { Words: not null, Formula: null } cell
                && AmountCell.Read(cell) is { Away: not null }
                && !_turned
            )
                _found.Take(Labels(row, outer, cell.Text, cell.Address), week, cell);
    }

    /// <summary>One column of labels: whatever is not a head belongs to the last one.</summary>
    private void ReadOneLabel(int row, string label)
    {
        if (_group is { } group && label.Length > 0)
            Take(row, group, label, At(row, _outer));
    }

    private void ReadOpening(int row, string outer, string inner)
    {
        var group = (outer, At(row, _outer), Label(row, ColumnKind.Role), Weekly(row));
        _group = group;
        if (inner.Length > 0)
            Take(row, group, inner, At(row, _inner));
        else if (HasAmounts(row))
            TakeWithoutLabel(row, outer, isProjectMissing: !_turned);
    }

    private void ReadUnder(int row, string inner)
    {
        if (inner.Length > 0 && _group is { } group)
            Take(row, group, inner, At(row, _inner));
        else if (inner.Length > 0 && HasAmounts(row))
            _found.Problems.Add(
                SheetProblem.Error(
                    At(row, _inner),
                    _turned ? LoadProblem.RowWithoutProject : LoadProblem.RowWithoutPerson,
                    inner
                )
            );
        else if (inner.Length == 0 && HasAmounts(row) && !_heads.IsSummed(row))
            TakeWithoutLabel(row, _group?.Text ?? "", isProjectMissing: !_turned);
    }

    private void Take(
        int row,
        (string Text, CellAddress At, string? Role, Minutes? Weekly) outer,
        string inner,
        CellAddress innerAt
    )
    {
        var labels = _turned
            ? Labels(row, inner, outer.Text, outer.At)
            : Labels(row, outer.Text, inner, innerAt);
        // A label over nothing may be a heading between teams; with amounts it is a person.
        if (HasAmounts(row))
            _found.Meet(
                new FoundPerson(
                    labels.Person,
                    labels.Role,
                    labels.WeeklyHours,
                    At(row, _turned ? _inner : _outer)
                )
            );
        foreach (var (column, week) in _header.Weeks)
            if (_grid.At(row, column) is { } cell)
                _found.Take(labels, week, cell);
    }

    /// <summary>Words for being away need no project; any other amount does.</summary>
    private void TakeWithoutLabel(int row, string outer, bool isProjectMissing)
    {
        var reported = false;
        foreach (var (column, week) in _header.Weeks)
        {
            if (
                _grid.At(row, column) is not { } cell
                || AmountCell.Read(cell) is not { IsBlank: false } amount
            )
                continue;
            if (amount.Away is not null && isProjectMissing && outer.Length > 0)
            {
                _found.Meet(new FoundPerson(outer, _group?.Role, _group?.Weekly, At(row, _outer)));
                _found.Take(Labels(row, outer, cell.Text, cell.Address), week, cell);
            }
            else if (!reported)
            {
                reported = true;
                _found.Problems.Add(
                    SheetProblem.Error(
                        cell.Address,
                        isProjectMissing
                            ? LoadProblem.RowWithoutProject
                            : LoadProblem.RowWithoutPerson,
                        outer
                    )
                );
            }
        }
    }

    private RowLabels Labels(int row, string person, string project, CellAddress projectAt) =>
        new(person, project, projectAt)
        {
            Role = Label(row, ColumnKind.Role) ?? (_turned ? null : _group?.Role),
            WeeklyHours = Weekly(row) ?? (_turned ? null : _group?.Weekly),
            Client = Label(row, ColumnKind.Client),
            Status = Label(row, ColumnKind.Status) is { } status
                ? SheetWords.Meaning(status)
                : null,
            Comment = Label(row, ColumnKind.Comment),
        };

    private bool HasAmounts(int row) =>
        _header.Weeks.Any(week =>
            _grid.At(row, week.Column) is { IsEmpty: false } cell && !AmountCell.Read(cell).IsBlank
        );

    private bool IsRepeatedHeader(int row) =>
        _header.Weeks.Count > 1
        && _header
            .Weeks.Take(3)
            .All(week =>
                _grid.At(row, week.Column) is { } cell
                && cell.Number is null
                && cell.Text.Length > 0
                && cell.Text == _grid.At(_header.Row, week.Column)!.Text
            );

    private Minutes? Weekly(int row) =>
        Label(row, ColumnKind.WeeklyHours) is { } hours ? RoleAndHours.Weekly(hours) : null;

    private string? Label(int row, ColumnKind kind) =>
        Column(kind) is > 0 and var column && Text(row, column) is { Length: > 0 } text
            ? text
            : null;

    private int Column(ColumnKind kind) =>
        _header.Labels.FirstOrDefault(label => label.Value == kind).Key;

    private string Text(int row, int column) => Clean(_grid.At(row, column)?.Text);

    /// <summary>A label that stands in its row itself, not in a merged cell that began above.</summary>
    private string Own(int row, int column) =>
        _grid.At(row, column) is { } cell && !(cell.MergedInto?.Row < row) ? Clean(cell.Text) : "";

    private static CellAddress At(int row, int column) => new(row, column);

    /// <summary>The inner label; where the outer one is merged over its place, there is none.</summary>
    internal static string Inner(SheetGrid grid, int row, int outer, int inner) =>
        grid.At(row, inner) is { } cell
        && (inner == outer || !(cell.MergedInto is { } anchor && anchor.Column <= outer))
            ? Clean(cell.Text)
            : "";

    internal static string Clean(string? text) =>
        text is null ? "" : Spaces().Replace(text, " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
