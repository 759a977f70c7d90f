using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Playwright;
using Plimsoll.Web.Platform.Files;
using Plimsoll.Web.Tests.Platform;
using Plimsoll.Web.Ui;

namespace Plimsoll.Browser.Tests.Ui;

/// <summary>The field for written texts, in a real page of a signed-in person, with the real preview and upload.</summary>
public sealed partial class MarkdownFieldTests
{
    private static readonly byte[] Png = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    );

    [Fact]
    public async Task What_is_typed_is_seen_beside_it()
    {
        await using var agency = await RunningAgency.Open();
        var page = await Open(agency);
        await page.FillAsync("#text", "# Hello\n\n<b>x</b> **bold**");
        await page.ClickAsync("[data-view=both]");
        await page.WaitForSelectorAsync("[data-shown] h3");
        (await page.InnerTextAsync("[data-shown] strong")).ShouldBe("bold");
        await page.FocusAsync("#text");
        await page.Keyboard.PressAsync("Control+End");
        await page.Keyboard.TypeAsync(" more");
        await Assertions.Expect(page.Locator("[data-shown]")).ToContainTextAsync("more");
        await page.ShouldBeAccessible();
        agency.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Keys_and_tools_write_signs_that_can_be_taken_back()
    {
        await using var agency = await RunningAgency.Open();
        var page = await Open(agency);
        await page.FocusAsync("#text");
        await page.Keyboard.TypeAsync("one");
        await page.Keyboard.PressAsync("Shift+Home");
        await page.Keyboard.PressAsync("Control+b");
        (await page.InputValueAsync("#text")).ShouldBe("**one**");
        await page.Keyboard.PressAsync("Control+i");
        (await page.InputValueAsync("#text")).ShouldBe("***one***");
        await page.Keyboard.PressAsync("Control+i");
        (await page.InputValueAsync("#text")).ShouldBe("**one**");
        await page.Keyboard.PressAsync("Control+b");
        (await page.InputValueAsync("#text")).ShouldBe("one");
        await page.Keyboard.PressAsync("Control+z");
        (await page.InputValueAsync("#text")).ShouldBe("**one**");
        await page.FillAsync("#text", "site");
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("https://x.example");
        (await page.InputValueAsync("#text")).ShouldBe("[site](https://x.example)");
        await page.FillAsync("#text", "a\nb");
        await page.Keyboard.PressAsync("Control+a");
        await page.ClickAsync("[data-tool=quote]");
        (await page.InputValueAsync("#text")).ShouldBe("> a\n> b");
    }

    [Fact]
    public async Task A_list_goes_on_by_itself_and_ends_with_an_empty_line()
    {
        await using var agency = await RunningAgency.Open();
        var page = await Open(agency);
        await page.FocusAsync("#text");
        await page.Keyboard.TypeAsync("1. one\ntwo\n\n- [x] done\nopen\n\n> said\n\nend");
        (await page.InputValueAsync("#text")).ShouldBe(
            "1. one\n2. two\n- [x] done\n- [ ] open\n> said\nend"
        );
    }

    [Fact]
    public async Task A_dropped_picture_is_uploaded_and_stands_in_the_text()
    {
        await using var agency = await RunningAgency.Open();
        var page = await Open(agency);
        await page.FillAsync("#text", "Look: ");
        await Drop(page, "layout.png", Png);
        await Assertions.Expect(page.Locator("#text")).ToHaveValueAsync(new Regex("/files/"));
        var text = await page.InputValueAsync("#text");
        text.ShouldMatch(@"^Look: !\[layout\.png\]\(/files/[0-9a-f-]{36}\)$");
        (await page.Locator(".arriving .one").CountAsync()).ShouldBe(0);
        await page.ClickAsync("[data-view=preview]");
        await Assertions
            .Expect(page.Locator("[data-shown] img"))
            .ToHaveJSPropertyAsync("naturalWidth", 1);
        (await agency.Store(db => db.Files().CountAsync(TestAgency.Now))).ShouldBe(1);
        agency.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_upload_can_be_cancelled_and_leaves_the_text_as_it_was()
    {
        await using var agency = await RunningAgency.Open();
        var page = await Open(agency);
        // The network is held still, so that there is time to think better of it.
        await page.RouteAsync("**/api/v1/files?*", _ => Task.CompletedTask);
        await page.FillAsync("#text", "Look: ");
        await Drop(page, "a.png", Png);
        (await page.InputValueAsync("#text")).ShouldContain("a.png");
        await page.ClickAsync(".arriving button");
        await Assertions.Expect(page.Locator("#text")).ToHaveValueAsync("Look: ");
    }

    [Fact]
    public async Task A_person_is_mentioned_by_the_keyboard()
    {
        await using var agency = await RunningAgency.Open();
        var page = await Open(agency);
        await page.RouteAsync(
            "**/try-people?q=*",
            r =>
                r.FulfillAsync(
                    new()
                    {
                        ContentType = "application/json",
                        Body =
                            "{\"items\":[{\"id\":\"01932b6e-0000-7000-8000-000000000001\",\"name\":\"Mei Lin\"},{\"id\":\"01932b6e-0000-7000-8000-000000000002\",\"name\":\"Mei Wu\"}]}",
                    }
                )
        );
        await page.FocusAsync("#text");
        await page.Keyboard.TypeAsync("Ask @mei");
        await page.WaitForSelectorAsync("[role=option]");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        (await page.InputValueAsync("#text")).ShouldBe(
            "Ask @[Mei Wu](person:01932b6e-0000-7000-8000-000000000002) "
        );
        (await page.IsVisibleAsync("[role=listbox]")).ShouldBeFalse();
    }

    [Fact]
    public async Task Without_scripts_it_is_a_plain_text_area()
    {
        await using var agency = await RunningAgency.Open();
        var page = await Open(agency, scripts: false);
        await page.FillAsync("#text", "plain");
        (await page.IsVisibleAsync(".tools")).ShouldBeFalse();
        (await page.IsVisibleAsync(".views")).ShouldBeFalse();
        (await page.InputValueAsync("#text")).ShouldBe("plain");
    }

    private static Task Drop(IPage page, string name, byte[] bytes) =>
        page.EvaluateAsync(
            """
            ([name, bytes]) => {
              const data = new DataTransfer();
              data.items.add(new File([Uint8Array.from(atob(bytes), (c) => c.charCodeAt(0))], name, { type: "image/png" }));
              document.querySelector("#text").dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
            }
            """,
            new[] { name, Convert.ToBase64String(bytes) }
        );

    /// <summary>The person's own page, with the field in place of what stands in its middle.</summary>
    private static async Task<IPage> Open(RunningAgency agency, bool scripts = true)
    {
        var page = await agency.SignedIn(
            agency.Owner,
            new()
            {
                ViewportSize = new() { Width = 1440, Height = 900 },
            }
        );
        var field = await Field(agency);
        await page.RouteAsync(
            "**/me?try",
            async route =>
            {
                var answer = await route.FetchAsync();
                var html = await answer.TextAsync();
                var stamp = Stamp().Match(html).Value;
                html = Middle()
                    .Replace(
                        html,
                        m =>
                            $"<main id=\"main\"><h1>Try</h1><form method=\"post\">{stamp}{field}</form></main>"
                    );
                if (!scripts)
                    html = html.Replace(
                        "type=\"module\"",
                        "type=\"none\"",
                        StringComparison.Ordinal
                    );
                await route.FulfillAsync(new() { Response = answer, Body = html });
            }
        );
        await page.GotoAsync("/me?try");
        if (scripts)
            await page.WaitForSelectorAsync("[data-begun]");
        return page;
    }

    private static async Task<string> Field(RunningAgency agency)
    {
        using var scope = agency.Services.CreateScope();
        await using var renderer = new HtmlRenderer(
            scope.ServiceProvider,
            NullLoggerFactory.Instance
        );
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (
                await renderer.RenderComponentAsync<MarkdownField>(
                    ParameterView.FromDictionary(
                        new Dictionary<string, object?>
                        {
                            ["For"] = "text",
                            ["Name"] = "Form.Text",
                            ["Label"] = "Description",
                            ["MentionsFrom"] = "/try-people",
                        }
                    )
                )
            ).ToHtmlString()
        );
    }

    [GeneratedRegex("<input[^>]*__RequestVerificationToken[^>]*>")]
    private static partial Regex Stamp();

    [GeneratedRegex("<main.*</main>", RegexOptions.Singleline)]
    private static partial Regex Middle();
}
