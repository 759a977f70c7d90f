using Plimsoll.Domain.Load;
using Plimsoll.Web.Load.Queries;
using Plimsoll.Web.Platform.Http;

namespace Plimsoll.Web.Load.Pages;

/// <summary>Links from one view of the board to another; the address says all of it.</summary>
internal static class BoardAddress
{
    public const string Page = "/load";

    public static PlanUnit Usual(this Asking asking) =>
        asking.InHours ? PlanUnit.Hours : PlanUnit.Percent;

    public static string Href(this BoardView view, Asking asking, string page = Page) =>
        page + "?" + view.Write(asking.Usual());

    /// <summary>The view without its filters; the weeks, the unit and the direction stay.</summary>
    public static BoardView Unfiltered(this BoardView view) =>
        view with
        {
            Team = null,
            Role = null,
            Client = null,
            Project = null,
            Certainty = null,
            State = null,
            Search = "",
        };

    public static BoardView Toggled(this BoardView view, Guid row) =>
        view with
        {
            Open = view.Open.Contains(row)
                ? [.. view.Open.Where(id => id != row)]
                : [.. view.Open, row],
        };
}
