using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Desk.Sample;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Tests.Platform;
using Position = Plimsoll.Domain.Kernel.Position;

namespace Plimsoll.Browser.Tests;

/// <summary>The guide shows every page; <c>bin/screenshots</c> takes its pictures from the sample agency.</summary>
public sealed class GuideTests
{
    private static readonly bool Takes =
        Environment.GetEnvironmentVariable("PLIMSOLL_WRITE_GUIDE") == "1";
    private static readonly string Guide = Path.Combine(Root(), "docs", "guide");

    [Fact]
    public void Every_picture_of_the_guide_is_there_and_shown()
    {
        var text = string.Join(
            '\n',
            Directory.GetFiles(Guide, "*.md").Order().Select(File.ReadAllText)
        );
        var shown = text.Split('(', ')')
            .Where(p => p.EndsWith(".png", StringComparison.Ordinal))
            .Distinct()
            .Order()
            .ToList();
        var there = Directory
            .GetFiles(Guide, "*.png")
            .Select(f => Path.GetFileName(f)!)
            .Order()
            .ToList();
        shown.Count.ShouldBeGreaterThan(5);
        shown.ShouldBe(there);
    }

    [Fact]
    public async Task The_pictures_are_taken_when_asked_for()
    {
        if (!Takes)
            return;
        await using var agency = await RunningAgency.Closed(settings: ("Sample", "true"));
        foreach (var old in Directory.GetFiles(Guide, "*.png"))
            File.Delete(old);
        await Porch(agency);
        await Desk(agency);
        await Talk(agency);
        await Board(agency, "load-board-dark", "en-GB", 1440, ColorScheme.Dark);
        await Board(agency, "load-board-phone", "en-GB", 390, ColorScheme.Light);
        await Board(agency, "load-board-ru", "ru-RU", 1440, ColorScheme.Light);
        await Board(agency, "load-board-zh", "zh-CN", 1440, ColorScheme.Light);
        await Shapes(agency);
        await Paper(agency);
        await Sheet(agency);
        await TasksBrought(agency);
    }

    private static async Task Shapes(RunningAgency agency)
    {
        var page = await SignedIn(agency, new());
        await page.GotoAsync("/tasks?as=board&limits=in-work.5");
        await Take(page, "tasks-board");
        await page.GotoAsync("/tasks?as=calendar");
        await Take(page, "tasks-calendar");
        await page.GotoAsync("/tasks?as=timeline");
        await page.Locator("[data-waits-drawn] path")
            .First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await Take(page, "tasks-timeline");
        await page.GotoAsync("/tasks");
        await page.Keyboard.PressAsync("c");
        await page.Keyboard.TypeAsync("Banner texts tomorrow 3h @anna #creative");
        await page.Locator("[data-field=due][data-set]").WaitForAsync();
        await Take(page, "tasks-quick");
    }

    private static async Task Porch(RunningAgency agency)
    {
        await using var empty = await RunningAgency.Closed();
        var page = await empty.Browser();
        await page.GotoAsync("/welcome");
        await Take(page, "welcome");
        page = await agency.Browser();
        await page.GotoAsync("/signin");
        await Take(page, "sign-in");
    }

    private static async Task Desk(RunningAgency agency)
    {
        var page = await SignedIn(agency, new());
        foreach (var path in await EveryPageTests.Paths(agency))
        {
            await page.GotoAsync(path);
            // Steps of signing in lead on when somebody is in already.
            if (
                new Uri(page.Url).AbsolutePath == path
                && !path.StartsWith("/forgot", StringComparison.Ordinal)
                && !path.EndsWith("/code", StringComparison.Ordinal)
            )
                await Take(page, Name(path));
        }
    }

    private static async Task Talk(RunningAgency agency)
    {
        var page = await SignedIn(agency, new());
        await page.GotoAsync("/tasks?q=key+visual");
        await page.Locator("[data-row] a.name").First.ClickAsync();
        await page.ClickAsync("[data-panel] .top .end a");
        await page.WaitForSelectorAsync("[data-talk][data-begun]");
        var talk = (await page.Locator("[data-talk]").BoundingBoxAsync())!;
        await page.ScreenshotAsync(
            new()
            {
                Path = Path.Combine(Guide, "tasks-talk.png"),
                Animations = ScreenshotAnimations.Disabled,
                FullPage = true,
                Clip = new()
                {
                    X = talk.X - 24,
                    Y = talk.Y,
                    Width = talk.Width + 48,
                    Height = talk.Height + 12,
                },
            }
        );
    }

    private static async Task Board(
        RunningAgency agency,
        string name,
        string locale,
        int width,
        ColorScheme scheme
    )
    {
        var page = await SignedIn(
            agency,
            new()
            {
                Locale = locale,
                ColorScheme = scheme,
                ViewportSize = new() { Width = width, Height = 900 },
            }
        );
        await page.GotoAsync(locale == "en-GB" ? "/load" : $"/load?lang={locale[..2]}");
        await Take(page, name);
    }

    private static async Task Paper(RunningAgency agency)
    {
        // As large as A4 across.
        var page = await SignedIn(
            agency,
            new()
            {
                ViewportSize = new() { Width = 1123, Height = 794 },
            }
        );
        await page.GotoAsync("/load");
        await page.ClickAsync("[popovertarget=export]");
        await Take(page, "export-menu");
        await page.Keyboard.PressAsync("Escape");
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Take(page, "load-print");
    }

    private static async Task Sheet(RunningAgency agency)
    {
        var page = await SignedIn(agency, new());
        await page.GotoAsync("/load/import");
        await page.SetInputFilesAsync(
            "#file",
            Path.Combine(AppContext.BaseDirectory, "Samples/load/blocks-percent-en.xlsx")
        );
        await page.ClickAsync("#upload .primary");
        await page.WaitForURLAsync("**/load/import/*-*");
        await Take(page, "import-questions");
        await page.ClickAsync(".import-foot .primary");
        await page.WaitForURLAsync("**step=preview");
        await Take(page, "import-preview");
        await page.ClickAsync(".steps a");
        await page.Locator(".import-foot").WaitForAsync();
        foreach (var client in await page.Locator("select[data-client]:visible").AllAsync())
            if (await client.InputValueAsync() == "")
                await client.SelectOptionAsync("internal");
        await page.ClickAsync(".import-foot .primary");
        await page.WaitForURLAsync("**step=preview");
        await page.ClickAsync(".import-apply button");
        await page.Locator(".outcome").WaitForAsync();
        await Take(page, "import-outcome");
    }

    private static async Task TasksBrought(RunningAgency agency)
    {
        var page = await SignedIn(agency, new());
        await page.GotoAsync("/tasks/import");
        await page.SetInputFilesAsync(
            "#file",
            Path.Combine(AppContext.BaseDirectory, "Samples/tasks/trello-board.json")
        );
        await page.ClickAsync("#upload .primary");
        await page.WaitForURLAsync("**/tasks/import/*-*");
        await page.Locator(".import-foot").WaitForAsync();
        foreach (var client in await page.Locator("select[data-client]:visible").AllAsync())
            await client.SelectOptionAsync("internal");
        await Take(page, "tasks-import-questions");
        await page.ClickAsync(".import-foot .primary");
        await page.WaitForURLAsync("**step=preview");
        await Take(page, "tasks-import-preview");
        await page.ClickAsync(".import-foot .primary");
        await page.Locator(".outcome").WaitForAsync();
        await Take(page, "tasks-import-outcome");
    }

    private static async Task<IPage> SignedIn(
        RunningAgency agency,
        BrowserNewContextOptions options
    )
    {
        var owner = await agency.Store(db =>
            db.People()
                .Where(p => p.Position == Position.Owner)
                .Select(p => new Actor(p.Id, p.Position, Door.Page))
                .FirstAsync(TestAgency.Now)
        );
        return await agency.SignedIn(owner, options, SamplePeople.Password);
    }

    private static Task<byte[]> Take(IPage page, string name) =>
        page.ScreenshotAsync(
            new()
            {
                Path = Path.Combine(Guide, name + ".png"),
                Animations = ScreenshotAnimations.Disabled,
            }
        );

    /// <summary><c>/people/0198.../edit</c> is people-one-edit.</summary>
    private static string Name(string path) =>
        path == "/load"
            ? "load-board"
            : string.Join(
                '-',
                path.Split('/', StringSplitOptions.RemoveEmptyEntries)
                    .Select(part => Guid.TryParse(part, out _) ? "one" : part)
            );

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Plimsoll.slnx")))
            folder = folder.Parent!;
        return folder.FullName;
    }
}
