using Plimsoll.Domain.Tasks;

namespace Plimsoll.Web.Desk.Sample;

/// <summary>What is to be done in the sample agency around the current day: every state, late and in time.</summary>
internal static class SampleTasks
{
    /// <param name="Due">Working days from today; none when missing.</param>
    /// <param name="Starts">Working days from today, as <paramref name="Due"/>.</param>
    /// <param name="Since">How many days ago it came to its state.</param>
    /// <param name="After">The title of the task that has to be done first.</param>
    internal sealed record Job(
        string Work,
        string Title,
        string? Who,
        TaskState State = TaskState.ToDo,
        int? Due = null,
        double Hours = 0,
        string? Stream = null,
        string? Reviewer = null,
        string[]? Helpers = null,
        TaskPriority Priority = TaskPriority.Normal,
        int Since = 1,
        string? Text = null,
        string[]? Lines = null,
        int LinesDone = 0,
        string? After = null,
        int? Starts = null
    );

    public static IReadOnlyList<Job> All { get; } =
    [
        new(
            "halva",
            "Launch key visual",
            "liwei",
            TaskState.InWork,
            Starts: -4,
            Due: 2,
            Hours: 40,
            Stream: "Creative",
            Reviewer: "anna",
            Helpers: ["maria"],
            Priority: TaskPriority.High,
            Since: 4,
            Text: "The darker red of the tin, **not** the red of last year.\n\nThree sizes, as agreed with Olga on the phone.",
            Lines: ["Sketches", "Darker red", "Three banner sizes", "Print version"],
            LinesDone: 2
        ),
        new(
            "halva",
            "Landing page copy, first draft",
            "dmitri",
            Starts: 1,
            Due: 3,
            Hours: 6,
            Stream: "Creative",
            Reviewer: "anna",
            Lines: ["Headline", "Five benefits", "Questions and answers"]
        ),
        new(
            "halva",
            "Banner sizes 300×250, 728×90, 160×600",
            "liwei",
            Due: 1,
            Hours: 8,
            Stream: "Production",
            After: "Launch key visual"
        ),
        new(
            "halva",
            "Media plan, version 2",
            "tomas",
            TaskState.InWork,
            Starts: -1,
            Due: 4,
            Hours: 6,
            Stream: "Media",
            Reviewer: "anna",
            Since: 2
        ),
        new(
            "halva",
            "Slogan, three options",
            "dmitri",
            TaskState.WithClient,
            Due: 1,
            Hours: 4,
            Stream: "Creative",
            Since: 3,
            Text: "Sent to Olga with the three options and our favourite."
        ),
        new(
            "halva",
            "Packaging photo shoot",
            "maria",
            Starts: 4,
            Due: 6,
            Hours: 12,
            Stream: "Production",
            Lines: ["Book the studio", "Order the tins", "Shot list"],
            LinesDone: 1
        ),
        new(
            "halva",
            "Influencer short list",
            "elena",
            TaskState.Done,
            Due: -2,
            Hours: 5,
            Stream: "Media"
        ),
        new(
            "halva",
            "Terms of the prize draw",
            "nadia",
            TaskState.InReview,
            Due: 2,
            Hours: 3,
            Reviewer: "anna",
            Since: 1
        ),
        new(
            "halva",
            "Print files for the Christmas box",
            "liwei",
            Starts: 5,
            Due: 9,
            Hours: 16,
            Stream: "Production",
            After: "Launch key visual"
        ),
        new("halva", "Radio spot", null, TaskState.Dropped, Hours: 8, Stream: "Media", Since: 9),
        new(
            "nordwind",
            "December editorial plan",
            "anna",
            TaskState.InWork,
            Due: 0,
            Hours: 4,
            Stream: "Content",
            Priority: TaskPriority.High
        ),
        new(
            "nordwind",
            "Newsletter: winter jackets",
            "dmitri",
            Due: 2,
            Hours: 5,
            Stream: "Content",
            Reviewer: "anna",
            Lines: ["Subject line", "Text", "Pictures", "Test mail"],
            LinesDone: 1
        ),
        new(
            "nordwind",
            "Answer the comments of the weekend",
            "dmitri",
            TaskState.Done,
            Due: 0,
            Hours: 1,
            Stream: "Content"
        ),
        new(
            "nordwind",
            "Budget for promoted posts",
            "tomas",
            Due: -1,
            Hours: 2,
            Stream: "Promotion",
            Priority: TaskPriority.Urgent
        ),
        new(
            "nordwind",
            "Report for November",
            "anna",
            Starts: 3,
            Due: 7,
            Hours: 6,
            Lines: ["Figures", "Highlights", "Plan for December"]
        ),
        new("nordwind", "Photo pool for January", null, Due: 12, Hours: 8, Stream: "Content"),
        new(
            "shop",
            "Kick-off with the client",
            "anna",
            TaskState.WithClient,
            Due: 3,
            Hours: 2,
            Since: 2
        ),
        new(
            "shop",
            "Inventory of the old shop",
            "soren",
            TaskState.InWork,
            Due: 5,
            Hours: 10,
            Since: 1,
            Lines: ["Templates", "Categories", "Interfaces", "Tracking"],
            LinesDone: 3
        ),
        new("shop", "Checkout, wireframes", "fatima", Due: 8, Hours: 14, Reviewer: "chen"),
        new(
            "shop",
            "Choose the payment provider",
            "anna",
            Starts: 6,
            Due: 10,
            Hours: 3,
            After: "Kick-off with the client"
        ),
        new("shop", "Hosting offer", "marek", Due: -3, Hours: 2, Priority: TaskPriority.High),
        new("orbita", "Competitors at a glance", "elena", TaskState.InWork, Due: 4, Hours: 8),
        new("orbita", "Three directions for the logo", "chen", Due: 9, Hours: 20),
        new(
            "orbita",
            "Pitch deck",
            "anna",
            Starts: 7,
            Due: 11,
            Hours: 10,
            After: "Three directions for the logo"
        ),
        new(
            "app",
            "Экраны онбординга",
            "wang",
            TaskState.InWork,
            Due: 2,
            Hours: 18,
            Reviewer: "oleg",
            Lines: ["Вход", "Согласия", "Пуш-уведомления"],
            LinesDone: 1
        ),
        new(
            "app",
            "Тексты ошибок",
            "oleg",
            TaskState.WithClient,
            Due: -1,
            Hours: 4,
            Since: 5,
            Text: "Банк согласовывает формулировки с юристами."
        ),
        new(
            "app",
            "Сборка для внутреннего теста",
            "marek",
            Due: 3,
            Hours: 12,
            After: "Экраны онбординга"
        ),
        new("app", "Тёмная тема", "wang", Due: 10, Hours: 10),
        new("app", "Чек-лист публикации в магазинах", null, Due: 14, Hours: 3),
        new(
            "ads",
            "Отчёт по кампаниям за ноябрь",
            "jonas",
            TaskState.InReview,
            Due: 1,
            Hours: 5,
            Reviewer: "oleg",
            Since: 1
        ),
        new("ads", "Баннеры к 11 декабря", "wang", Due: 6, Hours: 9),
        new(
            "ads",
            "Передать кампании новому баеру",
            "jonas",
            Due: 4,
            Hours: 6,
            Priority: TaskPriority.High
        ),
        new("ads", "Аудит ставок", "jonas", TaskState.Done, Due: -4, Hours: 4),
        new(
            "film",
            "分镜脚本 Storyboard",
            "chen",
            TaskState.WithClient,
            Due: 2,
            Hours: 16,
            Since: 4,
            Helpers: ["fatima"]
        ),
        new("film", "配乐版权 Music rights", "nadia", Due: 5, Hours: 3),
        new("film", "场地勘察 Location scouting", "fatima", Due: 1, Hours: 7, Reviewer: "chen"),
        new("film", "Motion test", null, Due: 8, Hours: 20, After: "分镜脚本 Storyboard"),
        new("learning", "Talk about the new ad rules", "tomas", Due: 7, Hours: 2),
        new(
            "learning",
            "Try out the new prototyping tool",
            "fatima",
            TaskState.Done,
            Due: -6,
            Hours: 6
        ),
        new("office", "Invoices of November", "ingrid", TaskState.InWork, Due: 5, Hours: 12),
        new(
            "office",
            "Contract template for freelancers",
            "nadia",
            Starts: 8,
            Due: 12,
            Hours: 6,
            Reviewer: "katharina"
        ),
        new("meetings", "Agenda of the Monday review", "katharina", Due: 4, Hours: 1),
    ];
}
