using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;
using Plimsoll.Web.People.Holidays;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.People.UseCases;

/// <summary>Brings the days of an iCalendar file into a calendar, all or none; what could not be read was shown before.</summary>
public sealed class ImportHolidays(IDbContextFactory<PlimsollDb> store, TimeProvider clock)
{
    /// <param name="WholeYears">Years that the file has days of come to consist of its days alone.</param>
    public sealed record Command(
        HolidayCalendarId Calendar,
        SeenVersion Seen,
        Stream File,
        bool WholeYears = false
    );

    /// <summary>How many days came in.</summary>
    public async Task<Outcome<int>> Run(Command command, Actor actor, CancellationToken ct)
    {
        if (!actor.May(Right.ManagePeople))
            return new NotAllowed();
        if ((await HolidayIcs.Read(command.File, ct)).Refused(out var unread, out var file))
            return unread;
        await using var db = await store.CreateDbContextAsync(ct);
        var calendar = await db.HolidayCalendars()
            .FirstOrDefaultAsync(c => c.Id == command.Calendar, ct);
        if (calendar is null)
            return new NotThere();
        if (command.Seen.IsNot(calendar.Version))
            return new ChangedMeanwhile();
        if (Fill(calendar, file.Days, command.WholeYears) is { } no)
            return no;
        db.Record(
            "people.calendar-imported",
            calendar.Id.Value,
            actor,
            clock.GetUtcNow().UtcDateTime,
            about: new
            {
                calendar = calendar.Id.Value,
                days = file.Days.Count,
                years = file.Days.Select(d => d.Date.Year).Distinct(),
            }
        );
        return await db.Save(ct) is { } collision ? collision : file.Days.Count;
    }

    private static Refusal? Fill(
        HolidayCalendar calendar,
        IReadOnlyList<Holiday> read,
        bool wholeYears
    )
    {
        foreach (var year in read.GroupBy(d => d.Date.Year))
        {
            var days = new List<CalendarDay>();
            foreach (var holiday in year)
                if (
                    CalendarDay
                        .Of(holiday.Date, holiday.Name, holiday.PercentOff, holiday.WorksAs)
                        .Refused(out var no, out var day)
                )
                    return no;
                else
                    days.Add(day);
            if (!wholeYears)
                days.ForEach(calendar.SetDay);
            else if (calendar.ReplaceYear(year.Key, days) is { } refused)
                return refused;
        }
        return null;
    }
}
