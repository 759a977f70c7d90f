using System.Text;
using Plimsoll.Web.Load.Queries;
using Plimsoll.Web.Platform.Http;

namespace Plimsoll.Web.Load.Pages;

/// <summary>What one week of a row is made of, for the card beside its cell.</summary>
internal sealed class WeekMarkup(Board board, Asking asking)
{
    private readonly BoardWords _words = new(asking.Phrases, board.View.Unit);

    /// <summary>The first week of the board, of this row; empty when it is not in sight.</summary>
    public string Write(Guid id)
    {
        if (board.Rows.FirstOrDefault(r => r.Id == id) is not { } row)
            return "";
        var html = new StringBuilder("<h3>")
            .Text($"{row.Name} · {_words.Week(board.View.From)}")
            .Append("</h3><table>");
        var cell = row.Cells[0];
        foreach (var line in row.Lines ?? [])
            Line(html, line, cell);
        if (cell.Away > 0)
            Part(
                html,
                "<span class=\"dot away-dot\"></span>",
                asking.Phrases["load.away"],
                _words.Said(cell.Away, cell.Percents?.Away),
                ""
            );
        if (board.View.Rows is BoardRows.People)
            Total(html, cell);
        html.Append("</table>");
        foreach (var line in row.Lines ?? [])
            Notes(html, line);
        return html.ToString();
    }

    private void Line(StringBuilder html, BoardLine line, BoardCell week)
    {
        var (name, cell) = (
            line.Name.Length > 0 ? line.Name : asking.Phrases["load.other-work"],
            line.Cells[0]
        );
        var dot = $"<span class=\"dot hue-{line.Colour}\"></span>";
        var share = board.View.Rows is BoardRows.People && week.Nominal == 0;
        if (cell.Confirmed > 0)
            Part(
                html,
                dot,
                name,
                _words.Said(cell.Confirmed, share ? null : cell.ConfirmedPercent),
                ""
            );
        if (cell.Tentative > 0)
            Part(
                html,
                dot,
                cell.HoldUntil is { } until
                    ? asking.Phrases.Say(
                        "load.held",
                        ("name", name),
                        ("day", asking.Phrases.Day(until))
                    )
                    : name,
                _words.Said(cell.Tentative, share ? null : cell.TentativePercent),
                "tent"
            );
    }

    private void Total(StringBuilder html, BoardCell cell)
    {
        var of = asking.Phrases.Say("load.of-nominal", ("hours", _words.Hours(cell.Nominal)));
        html.Append("<tr class=\"total\"><th scope=\"row\">")
            .Text($"{asking.Phrases["load.load"]} {of}")
            .Append(cell.IsOver ? "</th><td class=\"over\">" : "</th><td>")
            .Text(_words.Said(cell.Taken, cell.Percents?.Load))
            .Append("</td></tr>");
        if (cell.Free > 0)
            Part(html, "", asking.Phrases["load.free"], _words.HoursWithUnit(cell.Free), "");
        if (cell.IsOver)
            Part(html, "", asking.Phrases["load.over"], _words.HoursWithUnit(cell.Over), "over");
    }

    private static void Part(
        StringBuilder html,
        string dot,
        string name,
        string figure,
        string look
    ) =>
        html.Append("<tr><th scope=\"row\">")
            .Append(dot)
            .Text(name)
            .Append("</th><td class=\"")
            .Append(look)
            .Append("\">")
            .Text(figure)
            .Append("</td></tr>");

    private void Notes(StringBuilder html, BoardLine line)
    {
        if (line.Cells[0].OverReason is { } reason)
            html.Append("<p class=\"hint\">")
                .Text(asking.Phrases.Say("load.because", ("name", line.Name), ("reason", reason)))
                .Append("</p>");
    }
}
