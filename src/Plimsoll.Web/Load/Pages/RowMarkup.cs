using System.Text;
using Plimsoll.Web.Load.Queries;
using Plimsoll.Web.Platform.Http;

namespace Plimsoll.Web.Load.Pages;

/// <summary>
/// A row of the board with its opened lines. People with their projects and projects with their people have this shape;
/// they differ in what stands in it.
/// </summary>
/// <param name="marks">See <see cref="BoardMarkup"/>.</param>
internal abstract class RowMarkup(Board board, Asking asking, Func<Guid, Guid, int, string?>? marks)
{
    public BoardWords Words { get; } = new(asking.Phrases, board.View.Unit);

    /// <summary>The text over the column of rows.</summary>
    public abstract string Heading { get; }

    /// <summary>The text that counts them.</summary>
    public abstract string Count { get; }

    /// <summary>The text over rows that belong to no group; <c>null</c> when nothing is to stand there.</summary>
    public abstract string? Ungrouped { get; }

    /// <summary>The text of the button that adds a line.</summary>
    protected abstract string Add { get; }

    protected Board Board => board;

    protected Asking Asking => asking;

    public void Row(StringBuilder html, BoardRow row)
    {
        html.Append("<tr class=\"row\" data-id=\"").Append(row.Id).Append('"');
        if (row.MayEdit)
            html.Append(" data-edit");
        if (row.WeekMinutes > 0)
            html.Append(" data-n=\"").Append(row.WeekMinutes).Append('"');
        html.Append("><th scope=\"row\"><div class=\"who\">");
        Toggle(html, row);
        Sign(html, row);
        html.Append("<span><b>")
            .Text(row.Id == Guid.Empty ? asking.Phrases["load.other-work"] : row.Name)
            .Append("</b><small>")
            .Text(Detail(row))
            .Append("</small></span></div></th>");
        Cells(html, row);
        html.Append("</tr>");
        if (row.Lines is not null)
            Lines(html, row);
    }

    public void Lines(StringBuilder html, BoardRow row)
    {
        foreach (var line in row.Lines!)
            Line(html, row, line);
        if (!row.MayEdit || row.Id == Guid.Empty)
            return;
        html.Append("<tr class=\"sub add\" data-row=\"")
            .Append(row.Id)
            .Append("\"><th scope=\"row\"><button type=\"button\">+ ")
            .Text(asking.Phrases[Add])
            .Append("</button></th><td colspan=\"")
            .Append(board.Weeks.Count)
            .Append("\"></td></tr>");
    }

    /// <summary>The picture before the name.</summary>
    protected abstract void Sign(StringBuilder html, BoardRow row);

    /// <summary>The small print under the name.</summary>
    protected abstract string Detail(BoardRow row);

    /// <summary>The tanks of its weeks.</summary>
    protected abstract void Cells(StringBuilder html, BoardRow row);

    /// <summary>The minutes that a line's percent are of, where they are the row's.</summary>
    protected abstract int? Nominal(BoardRow row, int week);

    private void Toggle(StringBuilder html, BoardRow row)
    {
        if (row.Id == Guid.Empty || marks is not null)
            return;
        html.Append("<a class=\"toggle\" href=\"")
            .Text(board.View.Toggled(row.Id).Href(asking))
            .Append("\" aria-expanded=\"")
            .Append(row.Lines is null ? "false" : "true")
            .Append("\" aria-label=\"")
            .Text(asking.Phrases.Say("load.toggle", ("name", row.Name)))
            .Append("\"></a>");
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
            BookingMarkup.Write(
                html,
                in line.Cells[w],
                Nominal(row, w),
                marks?.Invoke(row.Id, line.Id, w),
                Words
            );
        html.Append("</tr>");
    }
}
