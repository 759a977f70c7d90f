using System.Text;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Load;
using Plimsoll.Web.Load.Queries;
using Plimsoll.Web.Platform.Http;

namespace Plimsoll.Web.Load.Pages;

/// <summary>One booking told in full, for the card beside its cell: how long it is held, by whom, why, and what was said.</summary>
internal sealed class CellMarkup(CellCard.View view, Asking asking)
{
    private const int ChangesTold = 3;
    private readonly BoardWords _words = new(asking.Phrases, PlanUnit.Hours);

    public string Write()
    {
        var html = new StringBuilder("<h3>")
            .Text($"{view.PersonName} · {view.ProjectName} · {_words.Week(view.Key.Week)}")
            .Append("</h3>");
        foreach (var part in view.Bookings)
            Booking(html, part);
        if (view.Comments.Count > 0)
            Comments(html);
        if (view.Changes.Count > 0)
            Changes(html);
        return html.ToString();
    }

    private void Booking(StringBuilder html, CellCard.Part part)
    {
        var tentative = part.Certainty is Certainty.Tentative;
        html.Append(tentative ? "<p class=\"tent\">" : "<p>")
            .Text(_words.HoursWithUnit(part.Planned.Value))
            .Append(' ')
            .Text(asking.Phrases[tentative ? "load.tentative" : "load.confirmed"]);
        if (Percent.Share(part.Planned, view.Nominal) is { } share)
            html.Append(" · ").Text(asking.Phrases.Say("load.percent", ("percent", share.Value)));
        html.Append("</p>");
        if (part.HoldUntil is { } until)
            Hint(
                html,
                asking.Phrases.Say(
                    "load.cell.held",
                    ("day", asking.Phrases.Day(until)),
                    ("name", part.OwnerName ?? "–")
                )
            );
        if (part.Reason is { } reason)
            Hint(html, asking.Phrases.Say("load.cell.because", ("reason", reason)));
    }

    private void Comments(StringBuilder html)
    {
        html.Append("<ul>");
        foreach (var said in view.Comments)
            html.Append("<li>")
                .Text(said.Text)
                .Append("<br><span class=\"hint\">")
                .Text($"{said.ByName} · {asking.Phrases.Moment(said.At, asking.Zone)}")
                .Append("</span></li>");
        html.Append("</ul>");
    }

    private void Changes(StringBuilder html)
    {
        html.Append("<ul>");
        foreach (var step in view.Changes.Take(ChangesTold))
            html.Append("<li class=\"hint\">")
                .Text(
                    $"{asking.Phrases.Moment(step.At, asking.Zone)} · {step.ByName ?? "Plimsoll"}: {Cell(step.Was, step.WasHoldUntil)} → {Cell(step.Now, step.HoldUntil)}"
                )
                .Append("</li>");
        html.Append("</ul>");
    }

    private string Cell(PlanCell cell, DateOnly? until)
    {
        var time = Cell(cell);
        return until is { } day
            ? asking.Phrases.Say(
                "load.cell.until",
                ("time", time),
                ("day", asking.Phrases.Day(day))
            )
            : time;
    }

    private string Cell(PlanCell cell) =>
        (cell.Confirmed.Value, cell.Tentative.Value) switch
        {
            (0, 0) => "–",
            (var settled, 0) => _words.HoursWithUnit(settled),
            (0, var held) => Held(held),
            var (settled, held) => $"{_words.HoursWithUnit(settled)} + {Held(held)}",
        };

    private string Held(int minutes) =>
        $"{_words.HoursWithUnit(minutes)} {asking.Phrases["load.tentative"]}";

    private static void Hint(StringBuilder html, string text) =>
        html.Append("<p class=\"hint\">").Text(text).Append("</p>");
}
