using System.Globalization;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Load;
using Plimsoll.Web.Platform.Text;

namespace Plimsoll.Web.Load.Pages;

/// <summary>How the board writes its figures in the reader's language.</summary>
internal sealed class BoardWords(Phrases phrases, PlanUnit unit)
{
    private readonly string[] _percents = [.. Enumerable.Range(0, 201).Select(Plain)];

    public bool InHours => unit is PlanUnit.Hours;

    public Phrases T => phrases;

    /// <summary>Hours to the hundredth, which is exact to the quarter of an hour: <c>37.5</c>.</summary>
    public string Hours(int minutes) => (minutes / 60m).ToString("0.##", phrases.Culture);

    /// <summary>For a sum: grouped, and without the quarters of an hour that nobody looks for in thousands.</summary>
    public string HoursWithUnit(int minutes) =>
        phrases.Say(
            "load.hours",
            (
                "hours",
                minutes >= 6000
                    ? phrases.Number((minutes + 30) / 60)
                    : (minutes / 60m).ToString("0.##", phrases.Culture)
            )
        );

    public string Percent(int percent) =>
        percent < _percents.Length ? _percents[percent] : Plain(percent);

    /// <summary>A part of a week in the reader's unit; in hours where there is no week to be a part of.</summary>
    public string Figure(int minutes, int? percent) =>
        InHours ? Hours(minutes)
        : percent is { } share ? Percent(share)
        : HoursWithUnit(minutes);

    /// <summary>The same with its unit, for a sentence: <c>40 %</c>, <c>16 h</c>.</summary>
    public string Said(int minutes, int? percent) =>
        InHours || percent is null
            ? HoursWithUnit(minutes)
            : phrases.Say("load.percent", ("percent", Percent(percent.Value)));

    public string Week(Week week) => phrases.Say("load.week.short", ("week", week.Number));

    /// <summary><c>23–29 Nov</c>, or <c>28 Dec – 3 Jan</c> where the month changes.</summary>
    public string Days(Week week) =>
        week.Monday.Month == week.Sunday.Month && phrases.Language != Language.Chinese
            ? $"{week.Monday.Day}–{phrases.Day(week.Sunday)}"
            : $"{phrases.Day(week.Monday)} – {phrases.Day(week.Sunday)}";

    private static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);
}
