using System.Text;
using Microsoft.Extensions.ObjectPool;
using Plimsoll.Web.Load.Queries;
using Plimsoll.Web.Platform.Http;

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
    private static readonly ObjectPool<StringBuilder> Buffers =
        new DefaultObjectPoolProvider().CreateStringBuilderPool(64 * 1024, 4 * 1024 * 1024);
    private readonly RowMarkup _rows =
        board.View.Rows is BoardRows.People
            ? new PersonRowMarkup(board, asking, marks)
            : new ProjectRowMarkup(board, asking, marks);

    /// <summary>Head and body of the table.</summary>
    public string Table() =>
        Written(html =>
        {
            HeadMarkup.Write(html, board, asking, _rows);
            foreach (var group in board.Groups)
                Body(html, group);
        });

    /// <summary>These rows with their opened lines, in the order they were asked for.</summary>
    public string Rows(IEnumerable<Guid> ids) =>
        Written(html =>
        {
            foreach (var id in ids)
                if (board.Rows.FirstOrDefault(r => r.Id == id) is { } row)
                    _rows.Row(html, row);
        });

    /// <summary>Only the lines of a row.</summary>
    public string Lines(Guid id) =>
        Written(html =>
        {
            if (board.Rows.FirstOrDefault(r => r.Id == id) is { Lines: not null } row)
                _rows.Lines(html, row);
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

    private void Body(StringBuilder html, BoardGroup group)
    {
        html.Append(group.IsUnstaffed ? "<tbody id=\"unstaffed\"" : "<tbody")
            .Append(" data-group=\"")
            .Append(group.Id)
            .Append("\">");
        if (NameOf(group) is { } name)
            html.Append("<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"")
                .Append(board.Weeks.Count + 1)
                .Append("\"><span>")
                .Text(name)
                .Append("<small>")
                .Append(group.Rows.Count)
                .Append("</small></span></th></tr>");
        foreach (var row in group.Rows)
            _rows.Row(html, row);
        html.Append("</tbody>");
    }

    private string? NameOf(BoardGroup group)
    {
        if (group.IsUnstaffed)
            return asking.Phrases["load.unstaffed"];
        if (board.View.Group is BoardGrouping.None)
            return null;
        if (group.Name.Length > 0)
            return group.Name;
        return _rows.Ungrouped is { } key ? asking.Phrases[key] : null;
    }
}
