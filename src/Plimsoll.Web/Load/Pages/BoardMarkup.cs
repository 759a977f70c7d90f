using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.Extensions.ObjectPool;
using Plimsoll.Domain.Load;
using Plimsoll.Web.Load.Queries;
using Plimsoll.Web.Platform.Http;
using Plimsoll.Web.Ui;

namespace Plimsoll.Web.Load.Pages;

/// <summary>
/// Writes the grid of the board. Thousands of cells are written by hand into one buffer: a component for each would cost
/// more than the query. The script patches the same markup (wwwroot/js/board).
/// </summary>
/// <param name="marks">What a preview marks as new: its words for a cell, <c>null</c> for one that stays. Its rows are not to be opened or closed.</param>
internal sealed class BoardMarkup(
    Board board,
    Asking asking,
    Func<Guid, Guid, int, string?>? marks = null
)
{
    private const int LowBelow = 60;
    private static readonly ObjectPool<StringBuilder> Buffers =
        new DefaultObjectPoolProvider().CreateStringBuilderPool(64 * 1024, 4 * 1024 * 1024);
    private readonly BoardWords _words = new(asking.Phrases, board.View.Unit);
    private readonly BoardView _view = board.View;

    private bool ByPeople => _view.Rows is BoardRows.People;

    /// <summary>Head and body of the table.</summary>
    public string Table() =>
        Written(html =>
        {
            Head(html);
            Bodies(html);
        });

    /// <summary>These rows with their opened lines, in the order they were asked for.</summary>
    public string Rows(IEnumerable<Guid> ids) =>
        Written(html =>
        {
            foreach (var id in ids)
                if (board.Rows.FirstOrDefault(r => r.Id == id) is { } row)
                    Row(html, row);
        });

    /// <summary>Only the lines of a row.</summary>
    public string Lines(Guid id) =>
        Written(html =>
        {
            if (board.Rows.FirstOrDefault(r => r.Id == id) is { Lines: not null } row)
                Lines(html, row);
        });

    private static string Written(Action<StringBuilder> write)
    {
        var html = Buffers.Get();
        try
        {
            write(html);
            return html.ToString();
        }
        finally
        {
            Buffers.Return(html);
        }
    }

    private void Head(StringBuilder html)
    {
        var rows = board.Rows.Count(r => !r.IsPlaceholder);
        html.Append("<thead><tr><th scope=\"col\">")
            .Text(asking.Phrases[ByPeople ? "load.people" : "load.projects"])
            .Append(" <span>— ")
            .Text(
                asking.Phrases.Say(
                    ByPeople ? "load.count.people" : "load.count.projects",
                    ("n", rows)
                )
            )
            .Append("</span></th>");
        var month = 0;
        foreach (var week in board.Weeks)
        {
            var day = asking.Phrases.Day(week.Monday);
            html.Append("<th scope=\"col\" data-week=\"")
                .Append(week)
                .Append("\" data-day=\"")
                .Text(day)
                .Append('"');
            if (week == board.Today)
                html.Append(" class=\"now\" aria-current=\"date\"");
            else if (month != 0 && week.Monday.Month != month)
                html.Append(" class=\"month\"");
            month = week.Monday.Month;
            html.Append('>')
                .Text(_words.Week(week))
                .Append("<small>")
                .Text(day)
                .Append("</small></th>");
        }
        html.Append("</tr></thead>");
    }

    private void Bodies(StringBuilder html)
    {
        foreach (var group in board.Groups)
        {
            html.Append(group.IsUnstaffed ? "<tbody id=\"unstaffed\"" : "<tbody")
                .Append(" data-group=\"")
                .Append(group.Id)
                .Append("\">");
            if (GroupName(group) is { } name)
                html.Append("<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"")
                    .Append(board.Weeks.Count + 1)
                    .Append("\"><span>")
                    .Text(name)
                    .Append("<small>")
                    .Append(group.Rows.Count)
                    .Append("</small></span></th></tr>");
            foreach (var row in group.Rows)
                Row(html, row);
            html.Append("</tbody>");
        }
    }

    private string? GroupName(BoardGroup group)
    {
        if (group.IsUnstaffed)
            return asking.Phrases["load.unstaffed"];
        if (_view.Group is BoardGrouping.None)
            return null;
        if (group.Name.Length > 0)
            return group.Name;
        if (!ByPeople)
            return asking.Phrases["load.no-client"];
        if (board.Groups.All(g => g.Id is null))
            return null;
        return asking.Phrases[_view.Group is BoardGrouping.Team ? "load.no-team" : "load.no-role"];
    }

    private void Row(StringBuilder html, BoardRow row)
    {
        html.Append("<tr class=\"row\" data-id=\"").Append(row.Id).Append('"');
        if (row.MayEdit)
            html.Append(" data-edit");
        if (row.WeekMinutes > 0)
            html.Append(" data-n=\"").Append(row.WeekMinutes).Append('"');
        html.Append("><th scope=\"row\"><div class=\"who\">");
        Toggle(html, row);
        if (ByPeople)
            html.Append("<span class=\"avatar")
                .Append(row.IsPlaceholder ? " open" : "")
                .Append("\" aria-hidden=\"true\">")
                .Text(row.IsPlaceholder ? "?" : Initials.Of(row.Name))
                .Append("</span>");
        else
            html.Append("<span class=\"dot hue-").Append(row.Colour).Append("\"></span>");
        html.Append("<span><b>")
            .Text(NameOf(row))
            .Append("</b><small>")
            .Text(Detail(row))
            .Append("</small></span></div></th>");
        if (ByPeople)
            foreach (ref readonly var cell in row.Cells.AsSpan())
                Tank(html, in cell, row.WeekMinutes);
        else
            Flow(html, row.Cells);
        html.Append("</tr>");
        if (row.Lines is not null)
            Lines(html, row);
    }

    private string NameOf(BoardRow row) =>
        row.Id == Guid.Empty ? asking.Phrases["load.other-work"] : row.Name;

    private void Toggle(StringBuilder html, BoardRow row)
    {
        if (row.Id == Guid.Empty || marks is not null)
            return;
        html.Append("<a class=\"toggle\" href=\"")
            .Text(_view.Toggled(row.Id).Href(asking))
            .Append("\" aria-expanded=\"")
            .Append(row.Lines is null ? "false" : "true")
            .Append("\" aria-label=\"")
            .Text(asking.Phrases.Say("load.toggle", ("name", row.Name)))
            .Append("\"></a>");
    }

    private string Detail(BoardRow row)
    {
        if (!ByPeople)
            return _words.HoursWithUnit(row.Cells.Sum(c => c.Booked));
        var size =
            row.Projects is > 0 and var projects
                ? asking.Phrases.Say("load.count.projects", ("n", projects))
            : row.WeekMinutes > 0 ? _words.HoursWithUnit(row.WeekMinutes)
            : "";
        return row.Detail is null || size.Length == 0
            ? row.Detail ?? size
            : $"{row.Detail} · {size}";
    }

    private void Tank(StringBuilder html, in BoardCell cell, int usual)
    {
        var percents = cell.Percents;
        html.Append("<td class=\"tank");
        if (percents is null)
            html.Append(" none");
        if (cell.IsOver)
            html.Append(" over");
        else if (percents is { Load: < LowBelow })
            html.Append(" low");
        Marks(html, cell.HasReason, cell.HasComment);
        html.Append('"');
        if (percents is { } shares)
            Shares(html, shares.Away, shares.Internal, shares.Confirmed, shares.Tentative);
        if (cell.Nominal != usual)
            html.Append(" data-n=\"").Append(cell.Nominal).Append('"');
        html.Append('>');
        if (percents is { } share)
            html.Append(_words.Figure(cell.Taken, share.Load));
        else if (cell.Taken > 0)
            html.Append(_words.Figure(cell.Taken, null));
        html.Append("</td>");
    }

    /// <summary>A project has no 100 %: its tanks are drawn against its fullest week, and say hours.</summary>
    private void Flow(StringBuilder html, BoardCell[] cells)
    {
        var most = Math.Max(1, cells.Max(c => c.Booked));
        foreach (ref readonly var cell in cells.AsSpan())
        {
            html.Append("<td class=\"tank flow");
            Marks(html, cell.HasReason, cell.HasComment);
            html.Append('"');
            Shares(
                html,
                0,
                cell.Internal * 92 / most,
                cell.Confirmed * 92 / most,
                cell.Tentative * 92 / most
            );
            html.Append('>');
            if (cell.Booked > 0)
                html.Append(_words.Hours(cell.Booked));
            html.Append("</td>");
        }
    }

    private static void Shares(
        StringBuilder html,
        int away,
        int inside,
        int confirmed,
        int tentative
    )
    {
        if (away + inside + confirmed + tentative == 0)
            return;
        html.Append(" style=\"");
        Share(html, "--a:", away);
        Share(html, "--n:", inside);
        Share(html, "--c:", confirmed);
        Share(html, "--t:", tentative);
        html[^1] = '"';
    }

    private static void Share(StringBuilder html, string name, int share)
    {
        if (share > 0)
            html.Append(name).Append(share).Append(';');
    }

    private static void Marks(StringBuilder html, bool reason, bool comment)
    {
        if (reason)
            html.Append(" why");
        if (comment)
            html.Append(" says");
    }

    private void Lines(StringBuilder html, BoardRow row)
    {
        foreach (var line in row.Lines!)
            Line(html, row, line);
        if (!row.MayEdit || row.Id == Guid.Empty)
            return;
        html.Append("<tr class=\"sub add\" data-row=\"")
            .Append(row.Id)
            .Append("\"><th scope=\"row\"><button type=\"button\">+ ")
            .Text(asking.Phrases[ByPeople ? "load.add.project" : "load.add.person"])
            .Append("</button></th><td colspan=\"")
            .Append(board.Weeks.Count)
            .Append("\"></td></tr>");
    }

    private void Line(StringBuilder html, BoardRow row, BoardLine line)
    {
        html.Append(
                line.IsInternal
                    ? "<tr class=\"sub internal\" data-row=\""
                    : "<tr class=\"sub\" data-row=\""
            )
            .Append(row.Id)
            .Append("\" data-line=\"")
            .Append(line.Id)
            .Append('"');
        if (line.MayEdit)
            html.Append(" data-edit");
        html.Append("><th scope=\"row\" title=\"")
            .Text(line.Detail is null ? line.Name : $"{line.Name} · {line.Detail}")
            .Append("\"><span class=\"dot hue-")
            .Append(line.Colour)
            .Append("\"></span><span class=\"name\">")
            .Text(line.Id == Guid.Empty ? asking.Phrases["load.other-work"] : line.Name)
            .Append("</span>");
        if (line.Detail is { } detail)
            html.Append("<small>").Text(detail).Append("</small>");
        html.Append("</th>");
        for (var w = 0; w < line.Cells.Length; w++)
            Booking(
                html,
                in line.Cells[w],
                ByPeople ? row.Cells[w].Nominal : null,
                marks?.Invoke(row.Id, line.Id, w)
            );
        html.Append("</tr>");
    }

    private void Booking(StringBuilder html, in LineCell cell, int? nominal, string? mark)
    {
        html.Append("<td");
        var (settled, held) = (cell.Confirmed > 0, cell.Tentative > 0);
        if (settled || held || cell.HasComment || mark is not null)
        {
            html.Append(" class=\"")
                .Append(
                    held
                        ? settled
                            ? "both"
                            : "tent"
                        : ""
                );
            Marks(html, cell.OverReason is not null, cell.HasComment);
            if (mark is not null)
                html.Append(" new\" title=\"").Text(mark);
            html.Append('"');
        }
        if (settled)
            html.Append(" data-c=\"").Append(cell.Confirmed).Append('"');
        if (held)
            html.Append(" data-t=\"").Append(cell.Tentative).Append('"');
        if (cell.HoldUntil is { } until)
            html.Append(" data-h=\"")
                .Append(until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
                .Append('"');
        html.Append('>');
        // Without nominal time a share is nothing, and hours are.
        if (settled)
            html.Append(_words.Figure(cell.Confirmed, nominal == 0 ? null : cell.ConfirmedPercent));
        if (settled && held)
            html.Append(" + ");
        if (held)
            html.Append(_words.Figure(cell.Tentative, nominal == 0 ? null : cell.TentativePercent));
        html.Append("</td>");
    }
}

/// <summary>Names are people's own words; they are encoded before they stand in the page.</summary>
internal static class HtmlWriting
{
    private static readonly HtmlEncoder Letters = HtmlEncoder.Create(UnicodeRanges.All);

    public static StringBuilder Text(this StringBuilder html, string text) =>
        html.Append(Letters.Encode(text));
}
