using Microsoft.AspNetCore.Mvc;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.People.Holidays;
using Plimsoll.Web.People.Queries;
using Plimsoll.Web.People.UseCases;
using Plimsoll.Web.Platform.Http;

namespace Plimsoll.Web.People.Api;

/// <summary>Holiday calendars, for programs.</summary>
internal static class CalendarsApi
{
    public static void Map(RouteGroupBuilder api)
    {
        var calendars = api.MapGroup("/calendars").WithTags("Holiday calendars");
        calendars
            .MapGet("/", List)
            .Needs(PeopleApi.Read)
            .WithName("ListCalendars")
            .WithSummary("The holiday calendars of the workspace.")
            .Produces<PageOf<CalendarRowWire>>();
        calendars
            .MapGet("/built-in", BuiltIn)
            .Needs(PeopleApi.Read)
            .WithName("ListBuiltInCalendars")
            .WithSummary(
                "The countries and regions whose holidays are built in, each with its source."
            )
            .Produces<PageOf<HolidayCountryWire>>();
        calendars
            .MapGet("/{id:guid}", One)
            .Needs(PeopleApi.Read)
            .WithName("GetCalendar")
            .WithSummary("One holiday calendar with its days, of one year if it is named.")
            .Produces<CalendarWire>();
        calendars
            .MapPost("/", Add)
            .Needs(PeopleApi.Write)
            .WithName("AddCalendar")
            .WithSummary("Adds a holiday calendar, with the built-in days of its country or empty.")
            .Produces<CalendarWire>(StatusCodes.Status201Created);
        calendars
            .MapPut("/{id:guid}", Change)
            .Needs(PeopleApi.Write)
            .WithName("ChangeCalendar")
            .WithSummary("Changes name, country, region and source of a holiday calendar.")
            .Produces<CalendarWire>();
        calendars
            .MapDelete("/{id:guid}", Delete)
            .Needs(PeopleApi.Write)
            .WithName("DeleteCalendar")
            .WithSummary("Deletes a holiday calendar that nobody has.")
            .Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> List(
        CalendarList calendars,
        Asking asking,
        [FromQuery] string? cursor,
        [FromQuery] int? limit,
        CancellationToken ct
    )
    {
        var rows = await calendars.Ask(asking.Actor, asking.Phrases.Culture, ct);
        var page = rows.ToList().Page(cursor, limit, c => c.Id.Value);
        return Answer.Page(page, CalendarRowWire.Of, asking.Phrases);
    }

    private static IResult BuiltIn(Asking asking) =>
        asking.Actor.May(Right.ManagePeople)
            ? TypedResults.Ok(
                new PageOf<HolidayCountryWire>(
                    [
                        .. BuiltInHolidays.Countries.Select(c =>
                            HolidayCountryWire.Of(c, asking.Phrases)
                        ),
                    ],
                    null
                )
            )
            : Answer.Problem(new NotAllowed(), asking.Phrases);

    private static Task<IResult> One(
        Guid id,
        [FromQuery] int? year,
        CalendarYear calendars,
        Asking asking,
        HttpContext http,
        CancellationToken ct
    ) => Show(new(id), year, calendars, asking, http, ct);

    private static async Task<IResult> Add(
        CalendarWords words,
        AddCalendar add,
        CalendarYear calendars,
        Asking asking,
        HttpContext http,
        CancellationToken ct
    )
    {
        var command = new AddCalendar.Command(
            words.Name,
            words.Country,
            words.Region,
            words.BuiltIn,
            words.InEnglish
        );
        if ((await add.Run(command, asking.Actor, ct)).Refused(out var no, out var id))
            return Answer.Problem(no, asking.Phrases);
        return Answer.Of(
            await calendars.Ask(id, null, asking.Actor, ct),
            asking.Phrases,
            calendar =>
            {
                ETag.Write(http, calendar.Version);
                return TypedResults.Created($"/api/v1/calendars/{id}", CalendarWire.Of(calendar));
            }
        );
    }

    private static async Task<IResult> Change(
        Guid id,
        CalendarWords words,
        ChangeCalendar change,
        CalendarYear calendars,
        Asking asking,
        HttpContext http,
        CancellationToken ct
    )
    {
        if (ETag.Seen(http.Request).Refused(out var unseen, out var version))
            return Answer.Problem(unseen, asking.Phrases);
        var command = new ChangeCalendar.Command(
            new(id),
            version,
            words.Name,
            words.Country,
            words.Region,
            words.Source
        );
        var done = await change.Run(command, asking.Actor, ct);
        return done.Refusal is { } no
            ? Answer.Problem(no, asking.Phrases)
            : await Show(new(id), null, calendars, asking, http, ct);
    }

    private static async Task<IResult> Delete(
        Guid id,
        DeleteCalendar delete,
        Asking asking,
        HttpContext http,
        CancellationToken ct
    )
    {
        if (ETag.Seen(http.Request).Refused(out var unseen, out var version))
            return Answer.Problem(unseen, asking.Phrases);
        return Answer.Of(
            await delete.Run(new(id), version, asking.Actor, ct),
            asking.Phrases,
            _ => TypedResults.NoContent()
        );
    }

    internal static async Task<IResult> Show(
        HolidayCalendarId id,
        int? year,
        CalendarYear calendars,
        Asking asking,
        HttpContext http,
        CancellationToken ct
    ) =>
        Answer.Of(
            await calendars.Ask(id, year, asking.Actor, ct),
            asking.Phrases,
            calendar =>
            {
                ETag.Write(http, calendar.Version);
                return TypedResults.Ok(CalendarWire.Of(calendar));
            }
        );
}
