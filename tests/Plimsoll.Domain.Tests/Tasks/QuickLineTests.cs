using System.Globalization;
using CsCheck;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Tasks;
using Plimsoll.Domain.Tasks.Quick;

namespace Plimsoll.Domain.Tests.Tasks;

/// <summary>What people type, in three languages, on Monday 23 November 2026.</summary>
public sealed class QuickLineTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly PersonId Me = PersonId.New();

    private static readonly QuickName HalvaClient = Name(QuickKind.Client, "Halva");
    private static readonly QuickName Halva = Name(
        QuickKind.Project,
        "Halva launch",
        HalvaClient,
        "HA"
    );
    private static readonly QuickName NordClient = Name(QuickKind.Client, "Nordwind");
    private static readonly QuickName NordSocial = Name(
        QuickKind.Project,
        "Nordwind social",
        NordClient,
        "NW"
    );
    private static readonly QuickName NordShop = Name(
        QuickKind.Project,
        "Nordwind shop",
        NordClient,
        "SHOP"
    );
    private static readonly QuickName Learning = Name(QuickKind.Project, "Learning", null, "LE");
    private static readonly QuickName ReklamaClient = Name(QuickKind.Client, "Ромашка");
    private static readonly QuickName Reklama = Name(
        QuickKind.Project,
        "Ромашка",
        ReklamaClient,
        "ROM"
    );
    private static readonly QuickName LunarClient = Name(QuickKind.Client, "新月茶");
    private static readonly QuickName Lunar = Name(QuickKind.Project, "新月茶", LunarClient, "LU");

    private static readonly IReadOnlyList<QuickName> Names =
    [
        Name(QuickKind.Person, "Anna Sokolova"),
        Name(QuickKind.Person, "Anna Petrova"),
        Name(QuickKind.Person, "Dmitri Kim"),
        Name(QuickKind.Person, "Li Wei"),
        Name(QuickKind.Person, "Tomás Neves"),
        Name(QuickKind.Person, "Мария Петровская"),
        Name(QuickKind.Person, "Пётр Ильин"),
        Name(QuickKind.Person, "李伟"),
        Name(QuickKind.Person, "王小明"),
        HalvaClient,
        Halva,
        NordClient,
        NordSocial,
        NordShop,
        Learning,
        ReklamaClient,
        Reklama,
        LunarClient,
        Lunar,
        Name(QuickKind.Stream, "Creative", Halva),
        Name(QuickKind.Stream, "Media", Halva),
        Name(QuickKind.Stream, "Content", NordSocial),
        Name(QuickKind.Stream, "Content", NordShop),
        Name(QuickKind.Stream, "Контент", Reklama),
        Name(QuickKind.Stream, "内容", Lunar),
    ];

    [Theory]
    // English
    [InlineData(
        "Banner texts for Halva tomorrow 3h @dmitri #creative",
        "Banner texts",
        "2026-11-24",
        180,
        "Dmitri Kim",
        "Halva launch",
        "Creative"
    )]
    [InlineData("Landing page copy by Friday", "Landing page copy", "2026-11-27")]
    [InlineData(
        "Landing page copy due next friday 1.5 hours",
        "Landing page copy",
        "2026-12-04",
        90
    )]
    [InlineData("Call the printer today 15 min", "Call the printer", "2026-11-23", 15)]
    [InlineData("Media plan Monday", "Media plan", "2026-11-30")]
    [InlineData("Media plan this Wednesday 2h30", "Media plan", "2026-11-25", 150)]
    [InlineData("Media plan the day after tomorrow 1h 30m", "Media plan", "2026-11-25", 90)]
    [InlineData("Report in 3 days half an hour", "Report", "2026-11-26", 30)]
    [InlineData("Report in two weeks", "Report", "2026-12-07")]
    [InlineData("Report end of month", "Report", "2026-11-30")]
    [InlineData("Report by the end of the week", "Report", "2026-11-27")]
    [InlineData("Report next week #learning", "Report", "2026-11-30", null, null, "Learning")]
    [InlineData("Christmas box 5 December", "Christmas box", "2026-12-05")]
    [InlineData("Christmas box Dec 5th, 8h", "Christmas box", "2026-12-05", 480)]
    [InlineData("Spring plan on 1 Mar", "Spring plan", "2027-03-01")]
    [InlineData("Spring plan 3 February 2028", "Spring plan", "2028-02-03")]
    [InlineData("Invoice 2026-12-01", "Invoice", "2026-12-01")]
    [InlineData("Invoice by the 25th", "Invoice", "2026-11-25")]
    [InlineData(
        "Slogan for nordwind social @anna-sokolova",
        "Slogan",
        null,
        null,
        "Anna Sokolova",
        "Nordwind social"
    )]
    [InlineData("Slogan @Anna Petrova", "Slogan", null, null, "Anna Petrova")]
    [InlineData("Slogan @me", "Slogan", null, null, "me")]
    [InlineData("Halva banner sizes 8h", "Halva banner sizes", null, 480, null, "Halva launch")]
    [InlineData("Offer @tomas #HA", "Offer", null, null, "Tomás Neves", "Halva launch")]
    [InlineData(
        "Storyboard #media tomorrow",
        "Storyboard",
        "2026-11-24",
        null,
        null,
        "Halva launch",
        "Media"
    )]
    [InlineData("Posts #content #shop", "Posts", null, null, null, "Nordwind shop", "Content")]
    // What only looks like it
    [InlineData("Banner sizes 300x250, 728x90", "Banner sizes 300x250, 728x90")]
    [InlineData("Landing page 1st draft", "Landing page 1st draft")]
    [InlineData("Video 16/9 with 24/7 support", "Video 16/9 with 24/7 support")]
    [InlineData("Write to anna@halva.example about v2.1", "Write to anna@halva.example about v2.1")]
    [InlineData("Say what May may bring", "Say what May may bring")]
    [InlineData("Answer @nobody #nothing", "Answer @nobody #nothing")]
    // Russian
    [InlineData(
        "Тексты баннеров для Ромашки завтра 3ч @мария #контент",
        "Тексты баннеров",
        "2026-11-24",
        180,
        "Мария Петровская",
        "Ромашка",
        "Контент"
    )]
    [InlineData("Смета к пятнице 2,5 часа", "Смета", "2026-11-27", 150)]
    [InlineData("Смета до конца недели полтора часа", "Смета", "2026-11-27", 90)]
    [InlineData("Смета в следующую среду", "Смета", "2026-12-02")]
    [InlineData("Медиаплан в понедельник на час", "Медиаплан", "2026-11-30", 60)]
    [InlineData("Медиаплан послезавтра 30 минут", "Медиаплан", "2026-11-25", 30)]
    [InlineData("Отчёт через неделю @Петру", "Отчёт", "2026-11-30", null, "Пётр Ильин")]
    [InlineData("Отчёт через 3 дня полчаса", "Отчёт", "2026-11-26", 30)]
    [InlineData("Отчёт до 5 декабря 1 ч 20 мин", "Отчёт", "2026-12-05", 80)]
    [InlineData("Отчёт на следующей неделе", "Отчёт", "2026-11-30")]
    [InlineData("Отчёт до конца месяца", "Отчёт", "2026-11-30")]
    [InlineData("Счёт 01.12", "Счёт", "2026-12-01")]
    [InlineData("Счёт 25.11.2026 срочно", "Счёт", "2026-11-25")]
    [InlineData("Позвонить в 3 часа во вторник", "Позвонить в 3 часа", "2026-11-24")]
    [InlineData("Собрать 3 человека и 5 марок", "Собрать 3 человека и 5 марок")]
    [InlineData("Слоган @я чт", "Слоган", "2026-11-26", null, "me")]
    // Chinese
    [InlineData(
        "明天给新月茶写横幅文案3小时@李伟#内容",
        "写横幅文案",
        "2026-11-24",
        180,
        "李伟",
        "新月茶",
        "内容"
    )]
    [InlineData("横幅文案 下周五 两个半小时 @王小明", "横幅文案", "2026-12-04", 150, "王小明")]
    [InlineData("横幅文案 周三前 半小时", "横幅文案", "2026-11-25", 30)]
    [InlineData("报价 本周五", "报价", "2026-11-27")]
    [InlineData("报价 后天 90分钟", "报价", "2026-11-25", 90)]
    [InlineData("报价 3天后 1小时30分钟", "报价", "2026-11-26", 90)]
    [InlineData("报价 两周后", "报价", "2026-12-07")]
    [InlineData("报价 12月5日", "报价", "2026-12-05")]
    [InlineData("报价 十二月五号之前", "报价", "2026-12-05")]
    [InlineData("报价 月底", "报价", "2026-11-30")]
    [InlineData("报价 25号", "报价", "2026-11-25")]
    [InlineData("报价 下周", "报价", "2026-11-30")]
    [InlineData("报价＠我　＃内容　２小时", "报价", null, 120, "me", "新月茶", "内容")]
    [InlineData("每周三次发帖", "每周三次发帖")]
    public void A_line_is_understood(
        string line,
        string title,
        string? due = null,
        int? minutes = null,
        string? person = null,
        string? project = null,
        string? stream = null
    )
    {
        var task = Read(line);
        task.Title.ShouldBe(title);
        task.Due?.ToString("O", CultureInfo.InvariantCulture).ShouldBe(due);
        (task.Due is null).ShouldBe(due is null);
        task.Estimate?.Value.ShouldBe(minutes!.Value);
        (task.Estimate is null).ShouldBe(minutes is null);
        (task.Responsible == Me ? "me" : NameOf(task.Responsible?.Value)).ShouldBe(person);
        NameOf(task.Project?.Value).ShouldBe(project);
        NameOf(task.Stream?.Value).ShouldBe(stream);
    }

    [Theory]
    [InlineData("Slogan !", TaskPriority.High)]
    [InlineData("Slogan !!", TaskPriority.Urgent)]
    [InlineData("Slogan urgent", TaskPriority.Urgent)]
    [InlineData("Срочно слоган", TaskPriority.Urgent)]
    [InlineData("紧急口号", TaskPriority.Urgent)]
    [InlineData("What a slogan!", null)]
    public void Haste_is_a_priority(string line, TaskPriority? priority) =>
        Read(line).Priority.ShouldBe(priority);

    [Fact]
    public void Who_may_be_two_is_asked_for()
    {
        var task = Read("Slogan @anna");
        task.Responsible.ShouldBeNull();
        var doubt = task.Doubts.ShouldHaveSingleItem();
        doubt.Text.ShouldBe("@anna");
        doubt.Candidates.Select(c => c.Name).ShouldBe(["Anna Sokolova", "Anna Petrova"]);
        Read("Slogan @nobody").Doubts.ShouldHaveSingleItem().Candidates.ShouldBeEmpty();
    }

    [Fact]
    public void A_client_with_several_projects_leaves_the_choice()
    {
        var task = Read("Slogan for Nordwind");
        task.Project.ShouldBeNull();
        task.Client!.Value.Value.ShouldBe(NordClient.Id);
        task.Doubts.ShouldHaveSingleItem().Candidates.ShouldBe([NordSocial, NordShop]);
    }

    [Fact]
    public void What_is_not_to_be_understood_stays_in_the_title()
    {
        var task = QuickLine.Read(
            "Today 3h for Halva @dmitri",
            Today,
            Me,
            Names,
            [QuickField.Due, QuickField.Project]
        );
        task.Title.ShouldBe("Today for Halva");
        task.Due.ShouldBeNull();
        task.Project.ShouldBeNull();
        task.Estimate!.Value.Value.ShouldBe(180);
    }

    [Fact]
    public void A_project_that_is_given_is_meant_where_the_line_names_none()
    {
        var shop = new ProjectId(NordShop.Id);
        QuickTask In(string line, ProjectId? within = null, ProjectId? chosen = null) =>
            QuickLine.Read(line, Today, Me, Names, null, within, chosen);

        In("Slogan", within: shop).Project.ShouldBe(shop);
        In("Posts #content", within: shop)
            .Stream!.Value.Value.ShouldBe(
                Names.Single(n => n.Name == "Content" && n.Of == NordShop.Id).Id
            );
        In("Slogan for Halva", within: shop).Project!.Value.Value.ShouldBe(Halva.Id);
        In("Slogan for Halva", chosen: shop).Project.ShouldBe(shop);
        In("Slogan for Halva", chosen: shop).Title.ShouldBe("Slogan");
    }

    /// <summary>Whatever is typed: nothing fails, and no letter is lost or made up.</summary>
    [Fact]
    public void Every_letter_is_in_the_title_or_understood()
    {
        string[] bits =
        [
            "Banner",
            " ",
            "tomorrow",
            "3h",
            "@anna",
            "@",
            "#content",
            "#",
            "для Ромашки",
            "завтра",
            "к",
            "пятнице",
            "明天",
            "下周",
            "五",
            "月",
            "12",
            "半",
            "小时",
            ".",
            "/",
            "-",
            "!",
            "for",
            "Halva",
            "by",
            "the",
            "25th",
            "1h",
            "\u0001",
            "\u0000",
            "\ud83d",
            "é",
            "Й",
            "，",
            "！",
            "号",
            "in",
            "a",
            "week",
            "'s",
            "2026-11-",
            "\t",
            "\n",
        ];
        Gen.OneOf(
                Gen.String,
                Gen.Int[0, bits.Length - 1].Select(i => bits[i]).List[0, 14].Select(string.Concat)
            )
            .Sample(line =>
            {
                var task = Read(line);
                var left = line.Select(_ => true).ToArray();
                foreach (var part in task.Parts)
                {
                    part.Start.ShouldBeGreaterThanOrEqualTo(0);
                    (part.Start + part.Length).ShouldBeLessThanOrEqualTo(line.Length);
                    if (!part.InTitle)
                        Array.Fill(left, false, part.Start, part.Length);
                }
                var rest = new string([.. line.Where((_, i) => left[i])]);
                Letters(task.Title).ShouldBe(Letters(rest));
            });
    }

    [Fact]
    public void A_day_is_read_in_every_way_it_is_written()
    {
        string[] months =
        [
            "jan",
            "feb",
            "mar",
            "apr",
            "may",
            "jun",
            "jul",
            "aug",
            "sep",
            "oct",
            "nov",
            "dec",
        ];
        string[] russian =
        [
            "января",
            "февраля",
            "марта",
            "апреля",
            "мая",
            "июня",
            "июля",
            "августа",
            "сентября",
            "октября",
            "ноября",
            "декабря",
        ];
        Gen.Int[0, 360]
            .Sample(ahead =>
            {
                var day = Today.AddDays(ahead);
                var (y, m, d) = (day.Year, day.Month, day.Day);
                string[] ways =
                [
                    day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                    $"{d:00}.{m:00}.{y}",
                    $"{d:00}.{m:00}",
                    $"{d}/{m}/{y}",
                    $"{d} {months[m - 1]}",
                    $"by {months[m - 1]} {d} {y}",
                    $"до {d} {russian[m - 1]}",
                    $"{d} {russian[m - 1]} {y} г.",
                    $"{m}月{d}日",
                    $"{y}年{m}月{d}号前",
                    $"in {ahead} days",
                    $"через {ahead} дней",
                    $"{ahead}天后",
                ];
                foreach (var way in ways)
                {
                    var task = Read("Xyz " + way);
                    task.Due.ShouldBe(day, way);
                    task.Title.ShouldBe("Xyz", way);
                }
            });
    }

    [Fact]
    public void A_weekday_is_within_a_week_and_never_today()
    {
        string[][] ways =
        [
            ["monday", "tue", "wed", "thursday", "fri", "sat", "sunday"],
            ["понедельник", "вторник", "среду", "чт", "пятницу", "субботу", "вс"],
            ["周一", "星期二", "周三", "礼拜四", "周五", "周六", "周日"],
        ];
        Gen.Select(Gen.Int[0, 400], Gen.Int[0, 6], Gen.Int[0, 2])
            .Sample(
                (ahead, weekday, language) =>
                {
                    var today = Today.AddDays(ahead);
                    var due = QuickLine
                        .Read("Xyz " + ways[language][weekday], today, Me, Names)
                        .Due!.Value;
                    (due.DayNumber - today.DayNumber).ShouldBeInRange(1, 7);
                    (((int)due.DayOfWeek + 6) % 7).ShouldBe(weekday);
                }
            );
    }

    [Fact]
    public void A_time_is_read_in_every_way_it_is_written() =>
        Gen.Int[1, 5999]
            .Sample(minutes =>
            {
                var (h, m) = (minutes / 60, minutes % 60);
                string[] ways =
                [
                    $"{minutes} min",
                    $"{minutes} минут",
                    $"{minutes}分钟",
                    $"{h}h{m:00}",
                    $"{h}h {m}m",
                    $"{h} ч {m} мин",
                    $"{h}小时{m}分",
                ];
                foreach (var way in ways)
                    Read("Xyz " + way).Estimate?.Value.ShouldBe(minutes, way);
            });

    private static QuickTask Read(string line) => QuickLine.Read(line, Today, Me, Names);

    private static string? NameOf(Guid? id) =>
        id is null ? null : Names.Single(n => n.Id == id).Name;

    private static string Letters(string text) =>
        string.Concat(text.Where(c => char.IsLetterOrDigit(c) || char.IsSurrogate(c)));

    private static QuickName Name(
        QuickKind kind,
        string name,
        QuickName? of = null,
        string? code = null
    ) => new(kind, Guid.CreateVersion7(), name, of?.Id, code);
}
