using System.Text;
using Plimsoll.Web.Load.Queries;
using Plimsoll.Web.Platform.Http;
using Plimsoll.Web.Ui;

namespace Plimsoll.Web.Load.Pages;

/// <summary>People, each week a tank with a line at her 100 %.</summary>
internal sealed class PersonRowMarkup(
    Board board,
    Asking asking,
    Func<Guid, Guid, int, string?>? marks
) : RowMarkup(board, asking, marks)
{
    private const int LowBelow = 60;

    public override string Heading => "load.people";

    public override string Count => "load.count.people";

    public override string? Ungrouped =>
        Board.Groups.All(g => g.Id is null) ? null
        : Board.View.Group is BoardGrouping.Team ? "load.no-team"
        : "load.no-role";

    protected override string Add => "load.add.project";

    protected override void Sign(StringBuilder html, BoardRow row) =>
        html.Append("<span class=\"avatar")
            .Append(row.IsPlaceholder ? " open" : "")
            .Append("\" aria-hidden=\"true\">")
            .Text(row.IsPlaceholder ? "?" : Initials.Of(row.Name))
            .Append("</span>");

    protected override string Detail(BoardRow row)
    {
        var size =
            row.Projects is > 0 and var projects
                ? Asking.Phrases.Say("load.count.projects", ("n", projects))
            : row.WeekMinutes > 0 ? Words.HoursWithUnit(row.WeekMinutes)
            : "";
        return row.Detail is null || size.Length == 0
            ? row.Detail ?? size
            : $"{row.Detail} · {size}";
    }

    protected override int? Nominal(BoardRow row, int week) => row.Cells[week].Nominal;

    protected override void Cells(StringBuilder html, BoardRow row)
    {
        foreach (ref readonly var cell in row.Cells.AsSpan())
            Tank(html, in cell, row.WeekMinutes);
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
        TankMarkup.Marks(html, cell.HasReason, cell.HasComment);
        html.Append('"');
        if (percents is { } shares)
            TankMarkup.Shares(
                html,
                shares.Away,
                shares.Internal,
                shares.Confirmed,
                shares.Tentative
            );
        if (cell.Nominal != usual)
            html.Append(" data-n=\"").Append(cell.Nominal).Append('"');
        html.Append('>');
        if (percents is { } share)
            html.Append(Words.Figure(cell.Taken, share.Load));
        else if (cell.Taken > 0)
            html.Append(Words.Figure(cell.Taken, null));
        html.Append("</td>");
    }
}
