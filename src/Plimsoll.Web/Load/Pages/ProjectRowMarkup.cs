using System.Text;
using Plimsoll.Web.Load.Queries;
using Plimsoll.Web.Platform.Http;

namespace Plimsoll.Web.Load.Pages;

/// <summary>A project has no 100 %: its tanks are drawn against its fullest week, and say hours, with their unit on a board in percent.</summary>
internal sealed class ProjectRowMarkup(
    Board board,
    Asking asking,
    Func<Guid, Guid, int, string?>? marks
) : RowMarkup(board, asking, marks)
{
    private const int Fullest = 92;

    public override string Heading => "load.projects";

    public override string Count => "load.count.projects";

    public override string? Ungrouped => "load.no-client";

    protected override string Add => "load.add.person";

    protected override void Sign(StringBuilder html, BoardRow row) =>
        html.Append("<span class=\"dot hue-").Append(row.Colour).Append("\"></span>");

    protected override string Detail(BoardRow row) =>
        Words.HoursWithUnit(row.Cells.Sum(c => c.Booked));

    protected override int? Nominal(BoardRow row, int week) => null;

    protected override void Cells(StringBuilder html, BoardRow row)
    {
        var most = Math.Max(1, row.Cells.Max(c => c.Booked));
        foreach (ref readonly var cell in row.Cells.AsSpan())
        {
            html.Append("<td class=\"tank flow");
            TankMarkup.Marks(html, cell.HasReason, cell.HasComment);
            html.Append('"');
            TankMarkup.Shares(
                html,
                0,
                cell.Internal * Fullest / most,
                cell.Confirmed * Fullest / most,
                cell.Tentative * Fullest / most
            );
            html.Append('>');
            if (cell.Booked > 0)
                html.Text(
                    Words.InHours ? Words.Hours(cell.Booked) : Words.HoursWithUnit(cell.Booked)
                );
            html.Append("</td>");
        }
    }
}
