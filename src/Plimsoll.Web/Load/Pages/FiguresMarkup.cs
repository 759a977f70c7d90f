using System.Text;
using Plimsoll.Domain.Load;
using Plimsoll.Web.Load.Queries;
using Plimsoll.Web.Platform.Http;

namespace Plimsoll.Web.Load.Pages;

/// <summary>
/// The strip of five figures above the board. Each opens the rows it is made of, and says what it means.
/// </summary>
internal sealed class FiguresMarkup(Board board, Asking asking)
{
    private readonly BoardWords _words = new(asking.Phrases, board.View.Unit);
    private readonly BoardFigures _figures = board.Figures;

    /// <summary>The rows of a figure: the same filters, and the weeks that it counts.</summary>
    private BoardView Counted =>
        board.View with
        {
            Weeks = _figures.Counted,
            Rows = BoardRows.People,
            State = null,
            Certainty = null,
        };

    public string Write()
    {
        var html = new StringBuilder(
            "<section id=\"board-figures\" class=\"card stats num\" aria-label=\""
        )
            .Text(asking.Phrases["load.figures"])
            .Append("\">");
        Load(html);
        Over(html);
        Free(html);
        Tentative(html);
        Unstaffed(html);
        return html.Append("</section>").ToString();
    }

    private void Load(StringBuilder html) =>
        Figure(
            html,
            "load",
            asking.Phrases.Say("load.figure.load", ("n", _figures.Counted)),
            _figures.Load is { } load
                ? asking.Phrases.Say("load.percent", ("percent", _words.Percent(load.Value)))
                : "–",
            asking.Phrases["load.figure.load.hint"],
            Counted with
            {
                Sort = BoardSort.Load,
            }
        );

    private void Over(StringBuilder html) =>
        Figure(
            html,
            "over",
            asking.Phrases["load.figure.over"],
            asking.Phrases.Say("load.count.people", ("n", _figures.OverPeople)),
            _figures.OverWorst is { } worst
                ? asking.Phrases.Say(
                    "load.figure.over.hint",
                    ("hours", _words.Hours(_figures.OverWorstMinutes)),
                    ("week", worst.Number)
                )
                : asking.Phrases["load.figure.over.none"],
            Counted with
            {
                State = BoardState.Over,
            },
            _figures.OverPeople > 0 ? "over" : ""
        );

    private void Free(StringBuilder html) =>
        Figure(
            html,
            "free",
            asking.Phrases["load.figure.free"],
            _words.HoursWithUnit(_figures.Free),
            string.Join(
                " · ",
                _figures
                    .FreeByRole.Take(2)
                    .Select(f =>
                        $"{f.Name ?? asking.Phrases["load.no-role"]} {_words.HoursWithUnit(f.Minutes)}"
                    )
            ),
            Counted with
            {
                State = BoardState.Free,
                FreeHours = 1,
                Sort = BoardSort.Free,
            }
        );

    private void Tentative(StringBuilder html) =>
        Figure(
            html,
            "tentative",
            asking.Phrases["load.figure.tentative"],
            _words.HoursWithUnit(_figures.Tentative),
            _figures.NextLapse is { } day
                ? asking.Phrases.Say(
                    "load.figure.tentative.hint",
                    ("hours", _words.Hours(_figures.NextLapseMinutes)),
                    ("day", asking.Phrases.Day(day))
                )
                : asking.Phrases["load.figure.tentative.none"],
            Counted with
            {
                Certainty = Certainty.Tentative,
            },
            _figures.Tentative > 0 ? "tent" : ""
        );

    private void Unstaffed(StringBuilder html) =>
        Figure(
            html,
            "unstaffed",
            asking.Phrases["load.figure.unstaffed"],
            _words.HoursWithUnit(_figures.Unstaffed),
            _figures is { UnstaffedFirst: { } first, UnstaffedWeek: { } week }
                ? asking.Phrases.Say(
                    "load.figure.unstaffed.hint",
                    ("name", first),
                    ("week", week.Number)
                )
                : asking.Phrases["load.figure.unstaffed.none"],
            Counted,
            "",
            "#unstaffed"
        );

    private void Figure(
        StringBuilder html,
        string name,
        string label,
        string value,
        string hint,
        BoardView rows,
        string look = "",
        string place = ""
    ) =>
        html.Append("<div class=\"stat\"><a href=\"")
            .Text(rows.Href(asking) + place)
            .Append("\"><span class=\"muted\">")
            .Text(label)
            .Append("</span><b class=\"")
            .Append(look)
            .Append("\">")
            .Text(value)
            .Append("</b><span class=\"hint\">")
            .Text(hint)
            .Append("</span></a><button type=\"button\" class=\"what\" popovertarget=\"what-")
            .Append(name)
            .Append("\" aria-label=\"")
            .Text(asking.Phrases.Say("load.figure.what", ("name", label)))
            .Append("\">?</button><div popover id=\"what-")
            .Append(name)
            .Append("\" class=\"popup\">")
            .Text(asking.Phrases.Say($"load.figure.{name}.means", ("n", _figures.Counted)))
            .Append("</div></div>");
}
