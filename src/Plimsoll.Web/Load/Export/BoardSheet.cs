using System.Globalization;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Load;
using Plimsoll.Web.Load.Import;
using Plimsoll.Web.Load.Queries;
using Plimsoll.Web.Platform.Sheets;
using Plimsoll.Web.Platform.Text;

namespace Plimsoll.Web.Load.Export;

/// <summary>
/// The board as agencies keep it in a spreadsheet: a block for each person, sums first, projects under it, weeks
/// across; blue is tentative, grey internal, sand away. <see cref="LoadSheet"/> reads back what is written here.
/// </summary>
public sealed class BoardSheet
{
    private const int HeaderRow = 2;
    private const int FirstWeek = 4;
    private const string OverInk = "CF3F22";
    private const string QuietInk = "66717B";

    private readonly WholeBoard.View _whole;
    private readonly Phrases _phrases;
    private readonly List<SheetCell> _cells = [];
    private int _row = 1;

    private BoardSheet(WholeBoard.View whole, Phrases phrases) =>
        (_whole, _phrases) = (whole, phrases);

    private Board Board => _whole.Board;

    private bool ByPeople => Board.View.Rows is BoardRows.People;

    private bool InHours => Board.View.Unit is PlanUnit.Hours;

    public static SheetPage Of(WholeBoard.View whole, Phrases phrases)
    {
        var sheet = new BoardSheet(whole, phrases);
        sheet.Head();
        foreach (var group in whole.Board.Groups)
            sheet.Group(group);
        var widths = new Dictionary<int, double>
        {
            [1] = 26,
            [2] = 30,
            [3] = 18,
        };
        for (var w = 0; w < whole.Board.Weeks.Count; w++)
            widths[FirstWeek + w] = 10.5;
        return new SheetPage(new SheetGrid(phrases["load.sheet.name"], sheet._cells))
        {
            FrozenRows = HeaderRow,
            FrozenColumns = FirstWeek - 1,
            Widths = widths,
        };
    }

    private void Head()
    {
        Put(
            1,
            _phrases[InHours ? "load.sheet.title.hours" : "load.sheet.title.percent"],
            bold: true
        );
        Legend(FirstWeek, "load.sheet.legend.tentative", LoadColours.Tentative);
        Legend(FirstWeek + 1, "load.sheet.legend.internal", LoadColours.Internal);
        Legend(FirstWeek + 2, "load.sheet.legend.away", LoadColours.Away);
        _row = HeaderRow;
        Heading(1, _phrases[ByPeople ? "load.sheet.person" : "load.sheet.project"]);
        Heading(2, _phrases[ByPeople ? "load.sheet.project" : "load.sheet.person"]);
        Heading(3, _phrases["load.sheet.client"]);
        for (var w = 0; w < Board.Weeks.Count; w++)
            Heading(
                FirstWeek + w,
                _phrases.Say("load.sheet.week", ("week", Board.Weeks[w].Number))
                    + "\n"
                    + Board
                        .Weeks[w]
                        .Monday.ToString(
                            _phrases.Language == Language.Chinese ? "yyyy-MM-dd" : "dd.MM.yyyy",
                            CultureInfo.InvariantCulture
                        ),
                CellAlign.Center
            );
        _row++;

        void Legend(int column, string key, string fill)
        {
            _row = 1;
            Put(column, _phrases[key], fill: fill);
        }
    }

    private void Heading(int column, string text, CellAlign align = CellAlign.Left) =>
        _cells.Add(
            SheetCell.OfText(HeaderRow, column, text) with
            {
                Bold = true,
                Look = new CellLook
                {
                    Border = true,
                    Wrap = true,
                    Align = align,
                },
            }
        );

    private void Group(BoardGroup group)
    {
        var name = group.IsUnstaffed ? _phrases["load.unstaffed"] : group.Name;
        if (name.Length > 0)
        {
            _cells.Add(
                SheetCell.OfText(_row, 1, name) with
                {
                    Bold = true,
                    Look = new CellLook { TextColour = QuietInk, TextSize = 12 },
                }
            );
            _row++;
        }
        foreach (var row in group.Rows)
            Block(row);
    }

    private void Block(BoardRow row)
    {
        var (head, parts) = (_row, Parts(row));
        _row++;
        foreach (var part in parts)
            Part(row, part);
        var last = _row - 1;
        _row = head;
        Put(1, row.Id == Guid.Empty ? _phrases["load.other-work"] : row.Name, bold: true);
        Put(2, ByPeople ? RoleAndHours(row) : "");
        if (!ByPeople)
            Put(3, ClientOf(row.Id));
        for (var w = 0; w < Board.Weeks.Count; w++)
            Total(row, w, parts, head + 1, last);
        _row = last + 1;
    }

    private string RoleAndHours(BoardRow row)
    {
        var hours =
            row.WeekMinutes > 0
                ? _phrases.Say(
                    "load.sheet.hours",
                    ("hours", (row.WeekMinutes / 60m).ToString("0.##", _phrases.Culture))
                )
                : "";
        return string.Join(", ", new[] { row.Detail ?? "", hours }.Where(t => t.Length > 0));
    }

    private void Total(BoardRow row, int week, List<SheetPart> parts, int first, int last)
    {
        var cell = row.Cells[week];
        var sum = parts.Sum(p => Amount(p.Minutes[week], p.Nominal[week]) ?? 0);
        var column = CellAddress.ColumnName(FirstWeek + week);
        var comment = ByPeople ? Comment(row.Id, null, week) : null;
        if (last < first && comment is null)
            return;
        var written =
            last < first
                ? SheetCell.Blank(_row, FirstWeek + week)
                : SheetCell.OfFormula(
                    _row,
                    FirstWeek + week,
                    $"SUM({column}{first}:{column}{last})",
                    sum,
                    InHours ? NumberShape.General : NumberShape.Percent
                );
        _cells.Add(
            written with
            {
                Bold = true,
                Comment = comment,
                Look = new CellLook
                {
                    Border = true,
                    TextColour = ByPeople && cell.IsOver ? OverInk : null,
                },
            }
        );
    }

    private void Part(BoardRow row, SheetPart part)
    {
        Put(2, part.Name, indent: 1);
        if (ByPeople)
            Put(3, part.Client);
        for (var w = 0; w < Board.Weeks.Count; w++)
        {
            var comment = part.Line is { } line ? CommentOf(row, line, w) : null;
            if (part.Minutes[w] == 0 && (comment is null || !part.IsFirst))
                continue;
            _cells.Add(
                Figure(FirstWeek + w, part.Minutes[w], part.Nominal[w]) with
                {
                    Fill = part.Fill(w),
                    Comment = part.SpeaksIn(w) ? comment : null,
                    Look = new CellLook { Border = true, Align = CellAlign.Right },
                }
            );
        }
        _row++;
    }

    /// <summary>A share of nothing is nothing: without nominal time the cell says its hours.</summary>
    private SheetCell Figure(int column, int minutes, int nominal) =>
        minutes == 0 ? SheetCell.Blank(_row, column)
        : Amount(minutes, nominal) is not { } amount
            ? SheetCell.OfText(
                _row,
                column,
                string.Create(CultureInfo.InvariantCulture, $"{minutes / 60}:{minutes % 60:00}")
            )
        : InHours ? SheetCell.OfNumber(_row, column, amount)
        : SheetCell.OfShare(_row, column, amount);

    private decimal? Amount(int minutes, int nominal) =>
        InHours ? minutes / 60m
        : nominal == 0 ? null
        : minutes / (decimal)nominal;

    private List<SheetPart> Parts(BoardRow row)
    {
        var parts = new List<SheetPart>();
        foreach (var line in row.Lines ?? [])
            parts.AddRange(
                SheetPart.Of(
                    line,
                    line.Id == Guid.Empty ? _phrases["load.other-work"] : line.Name,
                    ByPeople && line.Id != Guid.Empty
                        ? line.IsInternal
                            ? _phrases["load.sheet.internal"]
                            : ClientOf(line.Id)
                        : "",
                    ByPeople ? line.IsInternal : IsInternal(row.Id),
                    Nominal(row, line)
                )
            );
        if (ByPeople && row.Cells.Any(c => c.Away > 0))
            parts.Add(
                new SheetPart(_phrases["load.sheet.away"], "", null)
                {
                    Minutes = [.. row.Cells.Select(c => c.Away)],
                    Nominal = [.. row.Cells.Select(c => c.Nominal)],
                    Fills = [.. row.Cells.Select(_ => LoadColours.Away)],
                }
            );
        return parts;
    }

    private int[] Nominal(BoardRow row, BoardLine line) =>
        ByPeople
            ? [.. row.Cells.Select(c => c.Nominal)]
            : _whole.Nominal.GetValueOrDefault(line.Id) ?? new int[Board.Weeks.Count];

    private bool IsInternal(Guid project) =>
        project != Guid.Empty && !_whole.Clients.ContainsKey(project);

    private string ClientOf(Guid project) =>
        _whole.Clients.GetValueOrDefault(project)
        ?? (project == Guid.Empty ? "" : _phrases["load.sheet.internal"]);

    private string? CommentOf(BoardRow row, BoardLine line, int week) =>
        ByPeople ? Comment(row.Id, line.Id, week) : Comment(line.Id, row.Id, week);

    private string? Comment(Guid person, Guid? project, int week) =>
        _whole.Comments.GetValueOrDefault((person, project, Board.Weeks[week]));

    private void Put(
        int column,
        string text,
        bool bold = false,
        int indent = 0,
        string? fill = null
    )
    {
        if (text.Length > 0)
            _cells.Add(
                SheetCell.OfText(_row, column, text) with
                {
                    Bold = bold,
                    Fill = fill,
                    Look = new CellLook { Indent = indent },
                }
            );
    }
}

/// <summary>One row of a block: a project's settled time, or its held time where a week has both, or time away.</summary>
internal sealed record SheetPart(string Name, string Client, BoardLine? Line)
{
    public required int[] Minutes { get; init; }
    public required int[] Nominal { get; init; }
    public required string?[] Fills { get; init; }
    public bool IsFirst { get; init; } = true;

    public string? Fill(int week) => Minutes[week] > 0 ? Fills[week] : null;

    /// <summary>A comment stands once, on the first row of its line that has something to say there.</summary>
    public bool SpeaksIn(int week) =>
        IsFirst || Line is not { } line || line.Cells[week].Confirmed == 0 && Minutes[week] > 0;

    public static IEnumerable<SheetPart> Of(
        BoardLine line,
        string name,
        string client,
        bool isInternal,
        int[] nominal
    )
    {
        var settled = isInternal ? LoadColours.Internal : null;
        yield return new SheetPart(name, client, line)
        {
            Nominal = nominal,
            Minutes = [.. line.Cells.Select(c => c.Confirmed > 0 ? c.Confirmed : c.Tentative)],
            Fills = [.. line.Cells.Select(c => c.Confirmed > 0 ? settled : LoadColours.Tentative)],
        };
        if (line.Cells.Any(c => c is { Confirmed: > 0, Tentative: > 0 }))
            yield return new SheetPart(name, client, line)
            {
                IsFirst = false,
                Nominal = nominal,
                Minutes = [.. line.Cells.Select(c => c.Confirmed > 0 ? c.Tentative : 0)],
                Fills = [.. line.Cells.Select(_ => LoadColours.Tentative)],
            };
    }
}
