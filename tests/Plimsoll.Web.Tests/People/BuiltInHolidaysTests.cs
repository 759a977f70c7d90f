using System.Globalization;
using Plimsoll.Web.People.Holidays;

namespace Plimsoll.Web.Tests.People;

public sealed class BuiltInHolidaysTests
{
    public static TheoryData<string, string?> Calendars =>
        [
            .. BuiltInHolidays.Countries.SelectMany(country =>
                country.Regions.Keys.Prepend(null).Select(region => (country.Code, region))
            ),
        ];

    [Fact]
    public void Seven_countries_are_built_in()
    {
        BuiltInHolidays
            .Countries.Select(country => country.Code)
            .ShouldBe(["AE", "CN", "DE", "GB", "KZ", "RU", "US"]);
        BuiltInHolidays.Country("DE")!.Regions.Count.ShouldBe(16);
        BuiltInHolidays.Country("gb")!.Regions.Keys.ShouldBe(["EAW", "SCT", "NIR"]);
    }

    [Fact]
    public void Every_country_names_its_source_what_is_uncertain_and_itself_in_three_languages()
    {
        foreach (var country in BuiltInHolidays.Countries)
        {
            country.Source.Length.ShouldBeGreaterThan(40, country.Code);
            country.Note.Length.ShouldBeGreaterThan(40, country.Code);
            country.Names.Keys.ShouldBe(["en", "ru", "zh-Hans"], country.Code);
            country.NameIn("fr").ShouldBe(country.Names["en"]);
        }
    }

    [Theory]
    [MemberData(nameof(Calendars))]
    public void Every_calendar_has_all_years_and_no_date_twice(string country, string? region)
    {
        var days = BuiltInHolidays.Days(country, region, 2000, 2100);

        days.GroupBy(day => day.Date.Year)
            .Select(year => year.Key)
            .ShouldBe([2024, 2025, 2026, 2027]);
        days.GroupBy(day => day.Date.Year).ShouldAllBe(year => year.Count() >= 6);
        days.Select(day => day.Date).ShouldBeUnique();
        days.Select(day => day.Date).ShouldBeInOrder();
        days.ShouldAllBe(day => day.Name.Length > 0 && day.Name.Length <= 120);
    }

    [Theory]
    [MemberData(nameof(Calendars))]
    public void A_moved_working_day_is_a_weekend_day_worked_in_full_as_a_weekday_that_is_off(
        string country,
        string? region
    )
    {
        var days = BuiltInHolidays.Days(country, region, 2024, 2027);
        foreach (var day in days.Where(day => day.WorksAs is not null))
        {
            day.PercentOff.ShouldBe(0);
            IsWeekend(day.Date).ShouldBeTrue(day.ToString());
            IsWeekend(day.WorksAs!.Value).ShouldBeFalse(day.ToString());
            days.ShouldContain(off =>
                off.WorksAs == null
                && off.Date.Year == day.Date.Year
                && off.Date.DayOfWeek == day.WorksAs
            );
        }
    }

    [Theory]
    [MemberData(nameof(Calendars))]
    public void Every_other_day_is_wholly_free(string country, string? region) =>
        BuiltInHolidays
            .Days(country, region, 2024, 2027)
            .Where(day => day.WorksAs is null)
            .ShouldAllBe(day => day.PercentOff == 100);

    [Theory]
    // Russia: the decrees on moved days off
    [InlineData("RU", null, "2024-05-10")]
    [InlineData("RU", null, "2024-12-31")]
    [InlineData("RU", null, "2025-05-08")]
    [InlineData("RU", null, "2025-06-13")]
    [InlineData("RU", null, "2026-01-09")]
    [InlineData("RU", null, "2026-03-09")]
    [InlineData("RU", null, "2026-05-11")]
    [InlineData("RU", null, "2026-12-31")]
    [InlineData("RU", null, "2027-02-22")]
    [InlineData("RU", null, "2027-11-05")]
    // China: the notices of the State Council
    [InlineData("CN", null, "2024-02-16")]
    [InlineData("CN", null, "2025-01-28")]
    [InlineData("CN", null, "2025-10-08")]
    [InlineData("CN", null, "2026-01-02")]
    [InlineData("CN", null, "2026-02-23")]
    [InlineData("CN", null, "2027-02-05")]
    // Germany
    [InlineData("DE", null, "2026-04-06")]
    [InlineData("DE", null, "2026-10-03")]
    [InlineData("DE", "BE", "2026-03-08")]
    [InlineData("DE", "MV", "2024-03-08")]
    [InlineData("DE", "BE", "2025-05-08")]
    [InlineData("DE", "BY", "2026-01-06")]
    [InlineData("DE", "SN", "2024-11-20")]
    [InlineData("DE", "SN", "2027-11-17")]
    [InlineData("DE", "TH", "2024-09-20")]
    [InlineData("DE", "HH", "2025-10-31")]
    [InlineData("DE", "NW", "2025-06-19")]
    // United States
    [InlineData("US", null, "2024-06-19")]
    [InlineData("US", null, "2025-11-27")]
    [InlineData("US", null, "2026-07-03")]
    [InlineData("US", null, "2027-07-05")]
    [InlineData("US", null, "2027-12-24")]
    [InlineData("US", null, "2027-12-31")]
    // Kazakhstan
    [InlineData("KZ", null, "2024-05-08")]
    [InlineData("KZ", null, "2025-01-03")]
    [InlineData("KZ", null, "2026-03-25")]
    [InlineData("KZ", null, "2026-05-27")]
    [InlineData("KZ", null, "2027-03-15")]
    // United Arab Emirates
    [InlineData("AE", null, "2024-04-08")]
    [InlineData("AE", null, "2025-06-05")]
    [InlineData("AE", null, "2025-12-01")]
    [InlineData("AE", null, "2026-03-19")]
    [InlineData("AE", null, "2026-06-15")]
    [InlineData("AE", null, "2026-08-28")]
    // United Kingdom
    [InlineData("GB", "EAW", "2026-12-28")]
    [InlineData("GB", "SCT", "2025-01-02")]
    [InlineData("GB", "SCT", "2026-06-15")]
    [InlineData("GB", "SCT", "2027-01-04")]
    [InlineData("GB", "NIR", "2025-07-14")]
    [InlineData("GB", "NIR", "2026-03-17")]
    [InlineData("GB", null, "2027-12-27")]
    public void A_known_holiday_is_free(string country, string? region, string date) =>
        On(country, region, date)!.PercentOff.ShouldBe(100);

    [Theory]
    [InlineData("RU", "2024-04-27", DayOfWeek.Monday)]
    [InlineData("RU", "2024-11-02", DayOfWeek.Tuesday)]
    [InlineData("RU", "2024-12-28", DayOfWeek.Monday)]
    [InlineData("RU", "2025-11-01", DayOfWeek.Monday)]
    [InlineData("RU", "2027-02-20", DayOfWeek.Monday)]
    [InlineData("CN", "2024-02-04", DayOfWeek.Thursday)]
    [InlineData("CN", "2025-01-26", DayOfWeek.Monday)]
    [InlineData("CN", "2025-10-11", DayOfWeek.Wednesday)]
    [InlineData("CN", "2026-01-04", DayOfWeek.Friday)]
    [InlineData("CN", "2026-09-20", DayOfWeek.Tuesday)]
    [InlineData("KZ", "2024-05-04", DayOfWeek.Wednesday)]
    [InlineData("KZ", "2025-01-05", DayOfWeek.Friday)]
    public void A_known_moved_working_day_works_as_its_weekday(
        string country,
        string date,
        DayOfWeek weekday
    ) => On(country, null, date)!.WorksAs.ShouldBe(weekday);

    [Theory]
    [InlineData("DE", null, "2026-03-08")]
    [InlineData("DE", "BB", "2025-05-08")]
    [InlineData("DE", "BE", "2025-10-31")]
    [InlineData("DE", "HH", "2025-06-19")]
    [InlineData("GB", "EAW", "2025-01-02")]
    [InlineData("GB", "SCT", "2025-04-21")]
    [InlineData("GB", "SCT", "2025-08-25")]
    [InlineData("KZ", null, "2026-08-31")]
    [InlineData("AE", null, "2025-12-03")]
    [InlineData("RU", null, "2026-11-03")]
    [InlineData("US", null, "2025-01-09")]
    public void An_ordinary_day_is_not_in_the_calendar(
        string country,
        string? region,
        string date
    ) => On(country, region, date).ShouldBeNull();

    [Theory]
    [InlineData(2024, 248)]
    [InlineData(2025, 247)]
    [InlineData(2026, 247)]
    [InlineData(2027, 247)]
    public void The_Russian_year_has_as_many_working_days_as_its_production_calendar(
        int year,
        int expected
    )
    {
        var special = BuiltInHolidays.Days("RU", null, year, year).ToDictionary(day => day.Date);
        var first = new DateOnly(year, 1, 1);

        Enumerable
            .Range(0, first.AddYears(1).DayNumber - first.DayNumber)
            .Select(first.AddDays)
            .Count(date =>
                special.TryGetValue(date, out var day) ? day.WorksAs is not null : !IsWeekend(date)
            )
            .ShouldBe(expected);
    }

    [Fact]
    public void The_names_are_those_of_the_country_or_English()
    {
        On("DE", "BE", "2025-03-08")!.Name.ShouldBe("Internationaler Frauentag");
        BuiltInHolidays
            .Days("DE", "be", 2025, 2025, inEnglish: true)
            .ShouldContain(day => day.Name == "International Women's Day");
        On("CN", null, "2025-01-26")!.Name.ShouldBe("春节调休上班");
    }

    [Fact]
    public void Only_the_years_asked_for_are_given_and_an_unknown_country_has_none()
    {
        BuiltInHolidays.Days("US", null, 2026, 2026).ShouldAllBe(day => day.Date.Year == 2026);
        BuiltInHolidays.Days("XX", null, 2024, 2027).ShouldBeEmpty();
        BuiltInHolidays.Country("XX").ShouldBeNull();
        BuiltInHolidays
            .Days("DE", "XX", 2024, 2027)
            .ShouldBe(BuiltInHolidays.Days("DE", null, 2024, 2027));
    }

    private static Holiday? On(string country, string? region, string date) =>
        BuiltInHolidays
            .Days(country, region, 2024, 2027)
            .SingleOrDefault(day => day.Date == DateOnly.Parse(date, CultureInfo.InvariantCulture));

    private static bool IsWeekend(DateOnly date) => IsWeekend(date.DayOfWeek);

    private static bool IsWeekend(DayOfWeek weekday) =>
        weekday is DayOfWeek.Saturday or DayOfWeek.Sunday;
}
