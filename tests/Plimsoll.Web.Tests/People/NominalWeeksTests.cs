using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;
using Plimsoll.Web.People.Queries;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Tests.Platform;

namespace Plimsoll.Web.Tests.People;

public sealed class NominalWeeksTests
{
    private static readonly Week W52 = Week.Numbered(2026, 52)!.Value;

    [Theory, OnEachDatabase]
    public async Task A_week_holds_the_pattern_less_holidays_and_approved_absences(
        Database database
    )
    {
        await using var agency = await TestAgency.Open(database);
        var anna = await agency.Someone(Position.TeamMember, "Anna");
        await agency.Store(async db =>
        {
            var calendar = HolidayCalendar.New("Germany", "DE").Value;
            calendar.SetDay(CalendarDay.Of(new(2026, 12, 25), "Christmas").Value);
            calendar.SetDay(CalendarDay.Of(new(2025, 12, 25), "Christmas before").Value);
            db.Add(calendar);
            var person = await db.People().SingleAsync(p => p.Id == anna.Person);
            person.ChangeCalendar(calendar.Id);
            person.SetPattern(
                WorkPattern.Of(new(2026, 12, 24), 360, 360, 360, 360, 360, 0, 0).Value
            );
            foreach (var (from, approve) in new[] { (21, true), (22, false) })
            {
                var day = new DateOnly(2026, 12, from);
                var absence = Absence
                    .Ask(anna.Person, AbsenceKind.Vacation, day, day, false, null, anna.Person, At)
                    .Value;
                if (approve)
                    absence.Approve(agency.Owner.Person, At).ShouldBeNull();
                db.Add(absence);
            }
            return await db.SaveChangesAsync(TestAgency.Now);
        });

        var weeks = await agency.Store(db =>
            NominalWeeks.Of(db, [anna.Person], W52.Plus(-1), 3, TestAgency.Now)
        );

        weeks[anna.Person]
            .ShouldBe([
                new WeekTime(new(2400), new(0), new(0)),
                new WeekTime(new(3 * 480 + 2 * 360), new(360), new(480)),
                new WeekTime(new(1800), new(0), new(0)),
            ]);
    }

    [Theory, OnEachDatabase]
    public async Task Who_has_left_has_no_nominal_time_and_who_is_not_asked_for_is_not_there(
        Database database
    )
    {
        await using var agency = await TestAgency.Open(database);
        var left = await agency.Someone(Position.TeamMember, "Left");
        await agency.Store(async db =>
        {
            var person = await db.People().SingleAsync(p => p.Id == left.Person);
            person.ChangeEmployment(new(2026, 12, 24), new(2026, 12, 28)).ShouldBeNull();
            return await db.SaveChangesAsync(TestAgency.Now);
        });

        var weeks = await agency.Store(db =>
            NominalWeeks.Of(
                db,
                db.People().Where(p => p.Position == Position.TeamMember),
                W52,
                3,
                TestAgency.Now
            )
        );

        weeks.Keys.ShouldBe([left.Person]);
        weeks[left.Person].Select(w => w.Nominal.Value).ShouldBe([960, 480, 0]);
    }

    private static DateTime At => new(2026, 11, 20, 12, 0, 0, DateTimeKind.Utc);
}
