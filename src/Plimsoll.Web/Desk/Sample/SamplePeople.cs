using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;

namespace Plimsoll.Web.Desk.Sample;

/// <summary>Who works in the sample agency: every kind of week there is, and names in the scripts people have.</summary>
internal static class SamplePeople
{
    public const string Password = "plimsoll sample";

    /// <param name="Key">How the plan names her, and what her address begins with.</param>
    /// <param name="Days">Hours from Monday on.</param>
    /// <param name="Joins">The week, counted from this one, on whose Monday she joins.</param>
    /// <param name="LeavesAfter">The week on whose Wednesday she works last.</param>
    /// <param name="Language">She has an account and reads in this language.</param>
    internal sealed record Colleague(
        string Key,
        string Name,
        string Role,
        string? Team,
        string Country,
        int[] Days,
        Position Position = Position.TeamMember,
        PersonKind Kind = PersonKind.Employee,
        int? Joins = null,
        int? LeavesAfter = null,
        string? Language = null
    )
    {
        public string Email => $"{Key}@fairway.example";
    }

    private const string Sokolova = "Team Sokolova";
    private const string Neva = "Команда «Нева»";
    private const string Studio = "Studio";
    private static readonly int[] FullTime = [8, 8, 8, 8, 8];

    public static IReadOnlyDictionary<string, string> Leads { get; } =
        new Dictionary<string, string>
        {
            [Sokolova] = "anna",
            [Neva] = "oleg",
            [Studio] = "chen",
        };

    public static IReadOnlyList<Colleague> All { get; } =
    [
        new(
            "katharina",
            "Katharina Brandt",
            "Director",
            null,
            "DE",
            FullTime,
            Position.Owner,
            Language: "en"
        ),
        new(
            "yuri",
            "Юрий Лебедев",
            "Director",
            null,
            "RU",
            FullTime,
            Position.Director,
            Language: "ru"
        ),
        new(
            "anna",
            "Anna Sokolova",
            "Account manager",
            Sokolova,
            "DE",
            FullTime,
            Position.AccountManager,
            Language: "en"
        ),
        new("dmitri", "Dmitri Kim", "Copywriter", Sokolova, "KZ", FullTime, Language: "en"),
        new("liwei", "Li Wei", "Art director", Sokolova, "CN", FullTime, Language: "zh-Hans"),
        new("maria", "Maria Petrova", "Designer", Sokolova, "RU", [8, 8, 8, 8]),
        new("tomas", "Tomás Neves", "Media buyer", Sokolova, "DE", FullTime),
        new("elena", "Elena Vogel", "Strategist", Sokolova, "DE", [4, 4, 4, 4, 4]),
        new(
            "oleg",
            "Олег Тимофеев",
            "Account manager",
            Neva,
            "RU",
            FullTime,
            Position.AccountManager,
            Language: "ru"
        ),
        new("wang", "王芳", "Designer", Neva, "CN", FullTime),
        new("aigerim", "Айгерим Нұрланова", "Copywriter", Neva, "KZ", FullTime, Joins: 2),
        new("jonas", "Jonas Weber", "Media buyer", Neva, "DE", FullTime, LeavesAfter: 1),
        new("chen", "陈静 Chen Jing", "Art director", Studio, "CN", FullTime),
        new("soren", "Søren Ågård", "Developer", Studio, "DE", [6, 6, 6, 6, 6]),
        new("fatima", "Fatima Al-Zahra", "Designer", Studio, "AE", FullTime),
        new(
            "marek",
            "Marek Dąbrowski",
            "Developer",
            Studio,
            "DE",
            [0, 8, 0, 8],
            Kind: PersonKind.Freelancer
        ),
        new(
            "ingrid",
            "Ingrid Olsen",
            "Accountant",
            null,
            "DE",
            FullTime,
            Position.Accountant,
            Language: "en"
        ),
        new(
            "nadia",
            "Nadia Rahmani",
            "Lawyer",
            null,
            "GB",
            [8, 8],
            Position.Lawyer,
            Language: "en"
        ),
    ];

    /// <summary>People still to be found: key and role.</summary>
    public static IReadOnlyList<(string Key, string Role)> Placeholders { get; } =
    [("motion", "Motion designer"), ("senior", "Developer")];

    internal sealed record Away(
        string Who,
        AbsenceKind Kind,
        int Week,
        DayOfWeek From,
        int Days,
        AbsenceState State = AbsenceState.Approved,
        bool HalfDay = false,
        string? Note = null
    );

    public static IReadOnlyList<Away> Absences { get; } =
    [
        new("maria", AbsenceKind.Vacation, 0, DayOfWeek.Thursday, 1),
        new("anna", AbsenceKind.Vacation, 4, DayOfWeek.Wednesday, 1),
        new("anna", AbsenceKind.Vacation, 5, DayOfWeek.Monday, 5, Note: "Lake Garda"),
        new("anna", AbsenceKind.Vacation, 6, DayOfWeek.Monday, 2),
        new("dmitri", AbsenceKind.Vacation, 5, DayOfWeek.Monday, 7),
        new("dmitri", AbsenceKind.Other, 6, DayOfWeek.Thursday, 2, Note: "Conference"),
        new("liwei", AbsenceKind.Vacation, 5, DayOfWeek.Monday, 3),
        new("tomas", AbsenceKind.Sick, 0, DayOfWeek.Monday, 1),
        new("elena", AbsenceKind.Vacation, 5, DayOfWeek.Monday, 5),
        new("elena", AbsenceKind.Other, 2, DayOfWeek.Friday, 1, HalfDay: true, Note: "Kita"),
        new("wang", AbsenceKind.Vacation, 3, DayOfWeek.Monday, 5, AbsenceState.Requested),
        new("oleg", AbsenceKind.Vacation, 7, DayOfWeek.Monday, 5, AbsenceState.Requested),
        new("fatima", AbsenceKind.Vacation, 2, DayOfWeek.Monday, 3, AbsenceState.Declined),
        new("soren", AbsenceKind.Vacation, 1, DayOfWeek.Monday, 2, AbsenceState.Withdrawn),
        new("chen", AbsenceKind.Other, 1, DayOfWeek.Monday, 5, HalfDay: true, Note: "Workshop"),
    ];
}
