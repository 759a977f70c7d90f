using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Clients.UseCases;
using Plimsoll.Web.Tasks.UseCases;
using Plimsoll.Web.Tests.Platform;
using Position = Plimsoll.Domain.Kernel.Position;

namespace Plimsoll.Browser.Tests.Tasks;

/// <summary>A task is talked about as people do it: written, quoted, reacted to, edited, with a name and a picture in it.</summary>
public sealed class TalkTests
{
    private const string Png =
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    [Fact]
    public async Task One_writes_quotes_reacts_edits_and_takes_back()
    {
        await using var agency = await RunningAgency.Open();
        var task = await Task(agency);
        var page = await Open(agency, $"/tasks/{task.Key}");

        await page.FillAsync("#say-text", "Is it **too** red?");
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.Locator(".cm")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator(".cm strong")).ToHaveTextAsync("too");
        await Assertions.Expect(page.Locator(".cm .chip")).ToHaveTextAsync("Team only");
        (await page.InputValueAsync("#say-text")).ShouldBe("");

        // What is half written stays while one reacts.
        await page.ClickAsync("[data-quote]");
        (await page.InputValueAsync("#say-text")).ShouldBe("> Is it too red?\n\n");
        await page.Keyboard.TypeAsync("Half a thought");
        await page.ClickAsync("[data-react]");
        await page.ClickAsync("[data-reactions] [data-kind=eyes]");
        await Assertions
            .Expect(page.Locator(".cm .reaction"))
            .ToHaveAttributeAsync("aria-pressed", "true");
        (await page.InputValueAsync("#say-text")).ShouldEndWith("Half a thought");
        await page.ReloadAsync();
        await page.WaitForSelectorAsync("[data-talk][data-begun]");
        (await page.InputValueAsync("#say-text")).ShouldEndWith("Half a thought");
        await page.CheckAsync("[name='Say.For'][value=client]");
        await page.ClickAsync("text=Send to the client");
        await Assertions.Expect(page.Locator(".cm.outside blockquote")).ToBeVisibleAsync();
        await page.ShouldBeAccessible();

        await page.Locator(".cm.outside").GetByText("Edit").ClickAsync();
        await page.FillAsync("#reword-text", "Version 3 is darker.");
        await page.ShouldBeAccessible();
        await page.ClickAsync(".cm .primary");
        await Assertions
            .Expect(page.Locator(".cm.outside .written"))
            .ToHaveTextAsync("Version 3 is darker.");
        await page.ClickAsync(".cm.outside >> text=edited");
        await Assertions.Expect(page.Locator(".version")).ToHaveCountAsync(2);
        await page.ShouldBeAccessible();
        await page.GoBackAsync();

        await page.Locator(".cm.outside").GetByText("Delete").ClickAsync();
        await Assertions.Expect(page.Locator(".cm.outside")).ToHaveCountAsync(0);
        await page.ClickAsync(".gone >> text=Undo");
        await Assertions.Expect(page.Locator(".cm.outside")).ToHaveCountAsync(1);
        agency.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_another_says_arrives_by_itself_and_leaves_what_is_typed()
    {
        await using var agency = await RunningAgency.Open();
        var task = await Task(agency);
        var other = await agency.Someone(Position.Director, "Mei Lin");
        var page = await Open(agency, $"/tasks/{task.Key}");
        await page.FillAsync("#say-text", "I am just writing");
        _ = await agency
            .Use<AddComment>()
            .Run(new(task.Task, "Look at version 3"), other, null, TestAgency.Now);
        await Assertions.Expect(page.Locator(".cm")).ToContainTextAsync("Look at version 3");
        await Assertions.Expect(page.Locator("[data-talk-count]")).ToHaveTextAsync("1");
        (await page.InputValueAsync("#say-text")).ShouldBe("I am just writing");
        agency.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_name_is_offered_and_a_picture_is_pasted_in_the_panel()
    {
        await using var agency = await RunningAgency.Open();
        var task = await Task(agency);
        var mei = await agency.Someone(Position.Director, "Mei Lin");
        var page = await Open(agency, $"/tasks?task={task.Key}");
        _ = await agency
            .Use<AddComment>()
            .Run(new(task.Task, "Any news?"), mei, null, TestAgency.Now);
        await page.ClickAsync("[data-react]");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("[data-reactions]")).ToBeHiddenAsync();
        await page.FocusAsync("#say-text");
        await page.Keyboard.TypeAsync("@mei");
        await page.WaitForSelectorAsync("[role=option]");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("please look: ");
        await page.EvaluateAsync(
            """
            (bytes) => {
              const data = new DataTransfer();
              data.items.add(new File([Uint8Array.from(atob(bytes), (c) => c.charCodeAt(0))], "layout.png", { type: "image/png" }));
              document.querySelector("#say-text").dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
            }
            """,
            Png
        );
        await Assertions.Expect(page.Locator("#say-text")).ToHaveValueAsync(new Regex("/files/"));
        await page.ClickAsync("[data-say-form] .primary");
        await Assertions
            .Expect(page.Locator("[data-panel] .cm .mention"))
            .ToHaveTextAsync("@Mei Lin");
        page.Url.ShouldContain($"task={task.Key}");
        await Assertions
            .Expect(page.Locator("[data-panel] .cm .picture img"))
            .ToHaveJSPropertyAsync("naturalWidth", 1);
        await Assertions.Expect(page.Locator("[data-panel] .files li")).ToHaveCountAsync(1);
        await page.ShouldBeAccessible();

        var hers = await agency.SignedIn(mei);
        await hers.GotoAsync("/notices");
        await hers.ClickAsync("text=Have a look");
        await Assertions
            .Expect(hers.Locator(".cm .picture img"))
            .ToHaveJSPropertyAsync("naturalWidth", 1);
        agency.Complaints.ShouldBeEmpty();
    }

    private static async Task<IPage> Open(RunningAgency agency, string address)
    {
        var page = await agency.SignedIn(agency.Owner);
        await page.GotoAsync(address);
        await page.WaitForSelectorAsync("[data-talk][data-begun]");
        return page;
    }

    private static async Task<AddTask.Added> Task(RunningAgency agency)
    {
        var client = await agency
            .Use<AddClient>()
            .Run(new("Halva", agency.Owner.Person), agency.Owner, TestAgency.Now);
        var project = await agency
            .Use<AddProject>()
            .Run(
                new("Halva", client.Value, Domain.Clients.ProjectKind.Retainer),
                agency.Owner,
                TestAgency.Now
            );
        return (
            await agency
                .Use<AddTask>()
                .Run(
                    new(project.Value, new() { Title = new("Key visual") }),
                    agency.Owner,
                    TestAgency.Now
                )
        ).Value;
    }
}
