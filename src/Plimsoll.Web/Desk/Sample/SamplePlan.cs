namespace Plimsoll.Web.Desk.Sample;

/// <summary>
/// The plan of the sample agency, written as people type it into the board: one line for each person and project, from
/// last week on. A dot is an empty week; what stands last before the star goes on to the end.
/// </summary>
internal static class SamplePlan
{
    /// <summary>The first column, counted from the current week.</summary>
    public const int FirstWeek = -1;

    /// <summary>The week after the last that a star reaches.</summary>
    public const int End = 26;

    public const string Lines = """
        anna      nordwind  20 20 20 20 20 20 .  20 20 *
        anna      halva     30 32 40 30 22 10
        anna      shop      .  20 20 20 20 20 .  20 20 30 30 40 40 *
        anna      orbita    .  .  .  10t 20t . . 20t 20t 20t
        anna      meetings  15 15 15 15 10 10 .  10 10 *
        dmitri    nordwind  40 40 40 30 20 20 .  10 20 20 *
        dmitri    halva     45 40 55 40 20 10 .  10 20
        dmitri    orbita    .  .  20t 20t 20t . . 40t 20t
        dmitri    meetings  10 10 10 10 10 10 .  10 10 *
        liwei     halva     45 45 35 45 20 20 .  .  20
        liwei     film      40 40 40 40 40 40 20 30 40 40
        liwei     orbita    .  .  20t 30t
        liwei     meetings  10 10 10 10 10 10 10 10 *
        maria     halva     40 40 30 30 20
        maria     shop      .  20 20 10 20 30 .  20 30 40 40 *
        maria     orbita    .  .  .  25t 25t
        maria     meetings  12 12 12 12 12 12 .  12 *
        tomas     ads       50 48 48 48 48 30 20 20 45 50 *
        tomas     halva     40 40 40 40 44 30 20 30 40
        tomas     meetings  8  8  8  8  8  8  8  8  8 *
        elena     nordwind  30 30 45 20 20 20 .  20 20 *
        elena     halva     40 40 60 40 20 20
        elena     orbita    .  .  .  .  40t . .  20t 40t
        elena     meetings  20 20 20 20 20 20 .  20 *
        oleg      app       30 30+10t 30 30 30 30 20 30 *
        oleg      ads       20 20 20 20 20 20 20 20 *
        oleg      film      20 20 20 30 10
        oleg      meetings  15 15 15 15 15 15 15 15 *
        wang      app       50 60t 60 60 .  60 60 40 *
        wang      film      30 20 30 20
        wang      learning  10 10 .  10
        aigerim   ads       .  .  .  30 40 40 40 40 *
        aigerim   learning  .  .  .  30 10 10
        jonas     ads       60 60 30
        jonas     app       .  .  .  8h
        jonas     meetings  10 10 10
        chen      film      60 60 40 70 60 60 40 40 50 50
        chen      learning  10 10 10t 10 *
        soren     app       80 80 90 80 80 80 60 80 *
        soren     shop      .  .  20t 30t 30t 20t
        soren     meetings  10 10 10 10 10 10 10 *
        fatima    shop      .  30 40 40+20t 60 60 40 40 *
        fatima    film      30 30 20
        marek     app       100 100 100 50 50+50t 50 .  100 *
        katharina meetings  30 30 30 30 30 30 30 30 *
        katharina orbita    .  .  10t 20t
        yuri      meetings  20 20 20 20 20 20 20 20 *
        yuri      ads       30 30 30 30 20 20 20 20 *
        ingrid    office    80 80 80 90 80 90 80 80 *
        nadia     office    50 60 50 60 50 50 50 50 *
        motion    film      .  .  .  20h 12h
        senior    shop      .  .  .  .  50 50 .  50 50t 50t
        """;

    /// <summary>Why a week may be over the line: who, on what, in which week.</summary>
    public static IReadOnlyList<(
        string Who,
        string Work,
        int Week,
        string Reason
    )> Reasons { get; } =
    [
        ("dmitri", "halva", 1, "The launch moved to Friday; agreed with Dmitri on Monday"),
        ("elena", "halva", 1, "Two workshops in one week, she takes the next Monday off"),
        ("liwei", "halva", 2, "Print files are due before the break"),
        ("jonas", "app", 2, "Hands over by phone after his last day"),
    ];

    /// <summary>What people said of a cell, or, without work, of a whole week.</summary>
    public static IReadOnlyList<(
        string By,
        string Who,
        string? Work,
        int Week,
        string Text
    )> Comments { get; } =
    [
        (
            "anna",
            "dmitri",
            "halva",
            1,
            "Texts for the landing page first, please; the banners can wait"
        ),
        ("dmitri", "dmitri", "halva", 1, "Fine. Then Nordwind's newsletter moves to week's end"),
        ("oleg", "wang", "app", 1, "Ждём решения банка до среды"),
        ("katharina", "elena", null, 2, "Leaves at noon on Friday"),
    ];
}
