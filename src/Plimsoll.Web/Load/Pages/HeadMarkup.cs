using System.Text;
using Plimsoll.Web.Load.Queries;
using Plimsoll.Web.Platform.Http;

namespace Plimsoll.Web.Load.Pages;

/// <summary>The head of the grid: what the rows are, and the weeks.</summary>
internal static class HeadMarkup
{
    public static void Write(StringBuilder html, Board board, Asking asking, RowMarkup rows)
    {
        html.Append("<thead><tr><th scope=\"col\">")
            .Text(asking.Phrases[rows.Heading])
            .Append(" <span>— ")
            .Text(asking.Phrases.Say(rows.Count, ("n", board.Rows.Count(r => !r.IsPlaceholder))))
            .Append("</span></th>");
        Weeks(html, board, asking, rows.Words);
        html.Append("</tr></thead>");
    }

    private static void Weeks(StringBuilder html, Board board, Asking asking, BoardWords words)
    {
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
                .Text(words.Week(week))
                .Append("<small>")
                .Text(day)
                .Append("</small></th>");
        }
    }
}
