using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.People.UseCases;

/// <summary>What a holiday calendar is called, whose days it has and where they come from.</summary>
public sealed class ChangeCalendar(IDbContextFactory<PlimsollDb> store, TimeProvider clock)
{
    public sealed record Command(
        HolidayCalendarId Calendar,
        SeenVersion Seen,
        string? Name,
        string? Country,
        string? Region,
        string? Source
    );

    public async Task<Outcome<Done>> Run(Command command, Actor actor, CancellationToken ct)
    {
        if (!actor.May(Right.ManagePeople))
            return new NotAllowed();
        await using var db = await store.CreateDbContextAsync(ct);
        var calendar = await db.HolidayCalendars()
            .FirstOrDefaultAsync(c => c.Id == command.Calendar, ct);
        if (calendar is null)
            return new NotThere();
        if (command.Seen.IsNot(calendar.Version))
            return new ChangedMeanwhile();
        var (name, country, region, source) = (
            command.Name,
            command.Country,
            command.Region,
            command.Source
        );
        if (calendar.Describe(name, country, region, source) is { } no)
            return no;
        if (
            await db.HolidayCalendars()
                .AnyAsync(c => c.Id != calendar.Id && c.Name == calendar.Name, ct)
        )
            return new NameIsTaken(calendar.Name);
        db.Record(
            "people.calendar-changed",
            calendar.Id.Value,
            actor,
            clock.GetUtcNow().UtcDateTime,
            calendar,
            about: new { calendar = calendar.Id.Value }
        );
        return await db.Save(ct) is { } collision ? collision : Done.It;
    }
}
