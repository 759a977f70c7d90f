using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.People.UseCases;

/// <summary>A day off, a half day, a moved working day, or the agency's own day (PRODUCT 2).</summary>
public sealed class SetCalendarDay(IDbContextFactory<PlimsollDb> store, TimeProvider clock)
{
    /// <param name="Was">The date it had before, when an edit moves it.</param>
    public sealed record Command(
        HolidayCalendarId Calendar,
        SeenVersion Seen,
        DateOnly Date,
        string? Name,
        int PercentOff = 100,
        DayOfWeek? WorksAs = null,
        DateOnly? Was = null
    );

    public async Task<Outcome<Done>> Run(Command command, Actor actor, CancellationToken ct)
    {
        if (!actor.May(Right.ManagePeople))
            return new NotAllowed();
        if (
            CalendarDay
                .Of(command.Date, command.Name, command.PercentOff, command.WorksAs)
                .Refused(out var no, out var day)
        )
            return no;
        await using var db = await store.CreateDbContextAsync(ct);
        var calendar = await db.HolidayCalendars()
            .FirstOrDefaultAsync(c => c.Id == command.Calendar, ct);
        if (calendar is null)
            return new NotThere();
        if (command.Seen.IsNot(calendar.Version))
            return new ChangedMeanwhile();
        var replaced = calendar.Days.FirstOrDefault(d => d.Date == (command.Was ?? command.Date));
        var before = replaced is null ? null : DayWords.Of(replaced);
        if (command.Was is { } was && was != command.Date && calendar.RemoveDay(was) is { } gone)
            return gone;
        calendar.SetDay(day);
        db.Record(
            "people.calendar-day-set",
            calendar.Id.Value,
            actor,
            clock.GetUtcNow().UtcDateTime,
            about: new
            {
                calendar = calendar.Id.Value,
                before,
                day = DayWords.Of(day),
            }
        );
        return await db.Save(ct) is { } collision ? collision : Done.It;
    }
}

/// <summary>A calendar day as the facts keep it.</summary>
internal sealed record DayWords(DateOnly Date, string Name, int PercentOff, string? WorksAs)
{
    public static DayWords Of(CalendarDay day) =>
        new(day.Date, day.Name, day.PercentOff, day.WorksAs?.ToString());
}
