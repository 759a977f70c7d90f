using System.Globalization;
using System.Text;
using Plimsoll.Web.Load.Queries;

namespace Plimsoll.Web.Load.Pages;

/// <summary>The cell of a line: the time of one person on one project in one week, with its minutes for the script.</summary>
internal static class BookingMarkup
{
    /// <param name="nominal">The minutes of the person's week, where the row knows them.</param>
    /// <param name="mark">What a preview says of it, when it is new.</param>
    public static void Write(
        StringBuilder html,
        in LineCell cell,
        int? nominal,
        string? mark,
        BoardWords words
    )
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
            TankMarkup.Marks(html, cell.OverReason is not null, cell.HasComment);
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
            html.Append(words.Figure(cell.Confirmed, nominal == 0 ? null : cell.ConfirmedPercent));
        if (settled && held)
            html.Append(" + ");
        if (held)
            html.Append(words.Figure(cell.Tentative, nominal == 0 ? null : cell.TentativePercent));
        html.Append("</td>");
    }
}
