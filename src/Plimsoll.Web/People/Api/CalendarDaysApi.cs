using Microsoft.AspNetCore.Mvc;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.People.Queries;
using Plimsoll.Web.People.UseCases;
using Plimsoll.Web.Platform.Http;
using Plimsoll.Web.Platform.Text;

namespace Plimsoll.Web.People.Api;

/// <summary>The days of a holiday calendar, for programs: one by one, or brought in as a file.</summary>
internal static class CalendarDaysApi
{
    public static void Map(RouteGroupBuilder api)
    {
        var calendars = api.MapGroup("/calendars").WithTags("Holiday calendars");
        calendars
            .MapPut("/{id:guid}/days/{date}", SetDay)
            .Needs(PeopleApi.Write)
            .WithName("SetCalendarDay")
            .WithSummary("Sets a day off, a shortened day or a moved working day.")
            .Produces<CalendarWire>();
        calendars
            .MapDelete("/{id:guid}/days/{date}", RemoveDay)
            .Needs(PeopleApi.Write)
            .WithName("RemoveCalendarDay")
            .WithSummary("Makes a day like its weekday again.")
            .Produces<CalendarWire>();
        calendars
            .MapPost("/{id:guid}/import", Import)
            .Needs(PeopleApi.Write)
            .WithName("ImportCalendar")
            .WithSummary(
                "Brings in the days off of an iCalendar file, the body of the request; all or none."
            )
            .Accepts<string>("text/calendar")
            .Produces<CalendarImportWire>();
    }

    private static async Task<IResult> SetDay(
        Guid id,
        DateOnly date,
        CalendarDayWords words,
        SetCalendarDay set,
        CalendarYear calendars,
        Asking asking,
        HttpContext http,
        CancellationToken ct
    )
    {
        if (ETag.Seen(http.Request).Refused(out var unseen, out var version))
            return Answer.Problem(unseen, asking.Phrases);
        var weekday = Kebab.Read<DayOfWeek>(words.WorksAs);
        if (weekday is null && words.WorksAs is not null)
            return Answer.Problem(new IsNotUnderstood("worksAs"), asking.Phrases);
        var command = new SetCalendarDay.Command(
            new(id),
            version,
            date,
            words.Name,
            words.PercentOff,
            weekday
        );
        var done = await set.Run(command, asking.Actor, ct);
        return done.Refusal is { } no
            ? Answer.Problem(no, asking.Phrases)
            : await CalendarsApi.Show(new(id), date.Year, calendars, asking, http, ct);
    }

    private static async Task<IResult> RemoveDay(
        Guid id,
        DateOnly date,
        RemoveCalendarDay remove,
        CalendarYear calendars,
        Asking asking,
        HttpContext http,
        CancellationToken ct
    )
    {
        if (ETag.Seen(http.Request).Refused(out var unseen, out var version))
            return Answer.Problem(unseen, asking.Phrases);
        var done = await remove.Run(new(id), date, version, asking.Actor, ct);
        return done.Refusal is { } no
            ? Answer.Problem(no, asking.Phrases)
            : await CalendarsApi.Show(new(id), date.Year, calendars, asking, http, ct);
    }

    private static async Task<IResult> Import(
        Guid id,
        [FromQuery] bool? wholeYears,
        ImportHolidays import,
        Asking asking,
        HttpContext http,
        CancellationToken ct
    )
    {
        var command = new ImportHolidays.Command(
            new(id),
            ETag.SeenIfAny(http.Request),
            http.Request.Body,
            wholeYears ?? false
        );
        return Answer.Of(
            await import.Run(command, asking.Actor, ct),
            asking.Phrases,
            days => TypedResults.Ok(new CalendarImportWire(days))
        );
    }
}
