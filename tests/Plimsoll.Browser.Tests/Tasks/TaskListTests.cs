using Microsoft.Playwright;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Clients.UseCases;
using Plimsoll.Web.Tasks.UseCases;
using Plimsoll.Web.Tests.Platform;

namespace Plimsoll.Browser.Tests.Tasks;

/// <summary>The list of tasks under the keys, and the task beside it.</summary>
public sealed class TaskListTests
{
    [Fact]
    public async Task Keys_walk_open_pick_edit_and_close()
    {
        await using var agency = await RunningAgency.Open();
        await Fill(agency);
        var page = await agency.SignedIn(agency.Owner);
        await page.GotoAsync("/tasks?sort=title&group=none");

        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("j");
        await Assertions.Expect(page.Locator("[data-row]").Nth(1)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("[data-panel] h2")).ToHaveTextAsync("Banners");
        page.Url.ShouldContain("task=LE-");
        // The keys work from here on.
        await Assertions.Expect(page.Locator("[data-row].chosen")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("e");
        await Assertions.Expect(page.Locator("[name='Form.Title']")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("[data-panel]")).ToHaveCountAsync(0);
        // The keys work once the bar for many has hidden itself.
        await Assertions.Expect(page.Locator("[data-bulk]")).ToBeHiddenAsync();

        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("x");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("x");
        await Assertions.Expect(page.Locator("[data-picked]")).ToHaveTextAsync("2 picked");
        await page.SelectOptionAsync("[name='Act.State']", "done");
        await page.ClickAsync("[data-bulk] button");
        await Assertions.Expect(page.Locator("[data-row]")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator(".toast")).ToContainTextAsync("2 tasks moved on.");
        await page.ClickAsync("[data-undo]");
        await Assertions.Expect(page.Locator("[data-row]")).ToHaveCountAsync(3);
        agency.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_change_in_the_panel_leaves_it_open_beside_the_list()
    {
        await using var agency = await RunningAgency.Open();
        await Fill(agency);
        var page = await agency.SignedIn(agency.Owner);
        await page.GotoAsync("/tasks");
        await page.ClickAsync("text=Banners");
        await page.FillAsync("[name='List.Text']", "Three sizes");
        await page.Keyboard.PressAsync("Enter");
        await Assertions
            .Expect(page.Locator("[data-panel] [role=checkbox]"))
            .ToHaveAttributeAsync("aria-checked", "false");
        await page.ClickAsync("[data-panel] [role=checkbox]");
        await Assertions
            .Expect(page.Locator("[data-panel] [role=checkbox]"))
            .ToHaveAttributeAsync("aria-checked", "true");
        await Assertions.Expect(page.Locator("[data-row]")).ToHaveCountAsync(3);
        agency.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_due_day_is_set_beside_its_cell()
    {
        await using var agency = await RunningAgency.Open();
        await Fill(agency);
        var page = await agency.SignedIn(agency.Owner);
        await page.GotoAsync("/tasks?sort=title&group=none");
        await Assertions.Expect(page.Locator("#set-due")).ToBeHiddenAsync();
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("d");
        await page.FillAsync("#set-due", "2030-01-31");
        await page.ClickAsync("[data-set-form=due] .primary");
        await Assertions
            .Expect(page.Locator("[data-row]").First.Locator(".due"))
            .ToContainTextAsync("31 Jan 2030");
        agency.Complaints.ShouldBeEmpty();
    }

    private static async Task Fill(RunningAgency agency)
    {
        var project = await agency
            .Use<AddProject>()
            .Run(
                new("Learning", null, Domain.Clients.ProjectKind.Internal),
                agency.Owner,
                TestAgency.Now
            );
        foreach (var title in new[] { "Audience", "Banners", "Copy" })
            _ = await agency
                .Use<AddTask>()
                .Run(
                    new(project.Value, new() { Title = new(title) }),
                    agency.Owner,
                    TestAgency.Now
                );
    }
}
