using System.Globalization;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Tasks;
using Plimsoll.Web.Platform.Text;
using Plimsoll.Web.Tasks.Queries;

namespace Plimsoll.Web.Tasks.Pages;

/// <summary>How tasks are spoken of on their pages.</summary>
internal static class TaskWords
{
    public const string Page = "/tasks";

    public static string Href(this TaskView view) =>
        view.Write() is { Length: > 0 } query ? $"{Page}?{query}" : Page;

    /// <summary>The chip of a state: amber waits, green is good.</summary>
    public static string Look(TaskState state) =>
        state switch
        {
            TaskState.InWork or TaskState.Done => "good",
            TaskState.InReview or TaskState.WithClient => "warn",
            _ => "",
        };

    /// <summary>A day as a near one is called: today, tomorrow, a weekday of the next six; else the date.</summary>
    public static string Near(this Phrases phrases, DateOnly day, DateOnly today) =>
        (day.DayNumber - today.DayNumber) switch
        {
            0 => phrases["tasks.due.today"],
            1 => phrases["tasks.due.tomorrow"],
            -1 => phrases["tasks.due.yesterday"],
            > 1 and < 7 => day.ToString("ddd", phrases.Culture),
            _ when day.Year == today.Year => phrases.Day(day),
            _ => phrases.Date(day),
        };

    /// <summary>Whether it fits before it is due, in words; nothing where that cannot be said.</summary>
    public static string? Fits(this Phrases phrases, TaskRow row, DateOnly today) =>
        row is { Fit: { } fit, Due: { } due }
            ? fit.Fits
                ? phrases.Say("tasks.fits", ("hours", fit.Free))
                : phrases.Say("tasks.too-late", ("day", phrases.Near(due, today)))
            : null;

    public static string InHours(this Phrases phrases, Minutes minutes) =>
        phrases.Say("tasks.hours", ("hours", minutes));

    public static string? Iso(DateOnly? day) =>
        day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The heading of a group of the list.</summary>
    public static string Heading(this Phrases phrases, TaskGroup group, string? word) =>
        group switch
        {
            TaskGroup.Due => phrases[$"tasks.span.{Kebab.Of(word ?? "None")}"],
            TaskGroup.State => phrases[$"tasks.state.{Kebab.Of(word!)}"],
            TaskGroup.Priority => phrases[$"tasks.priority.{Kebab.Of(word!)}"],
            _ => word ?? phrases[$"tasks.no.{Kebab.Of(group)}"],
        };
}
