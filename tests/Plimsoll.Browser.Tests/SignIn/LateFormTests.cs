using Microsoft.Playwright;
using Plimsoll.Web.Tests.Platform;

namespace Plimsoll.Browser.Tests.SignIn;

/// <summary>A form in the hands of a browser whose session ends in another tab.</summary>
public sealed class LateFormTests
{
    [Fact]
    public async Task What_was_typed_waits_for_the_sign_in_and_is_saved_after_it()
    {
        await using var agency = await RunningAgency.Open();
        var page = await agency.SignedIn(agency.Owner);
        await page.GotoAsync("/clients/new");
        await page.FillAsync("#name", "Nordwind Trading");
        await page.FillAsync("#note", "Pays late.\nCall Irina.");
        var door = await page.Context.NewPageAsync();
        await door.GotoAsync("/me");
        await door.ClickAsync("form[action='/signout'] button");
        await door.WaitForURLAsync("**/signin");
        await page.ClickAsync("main form .primary");
        await page.WaitForURLAsync("**/signed-out**");
        await page.ShouldBeAccessible();
        await door.GotoAsync("/signin?to=/me");
        await door.FillAsync("#email", "owner@agency.example");
        await door.FillAsync("#password", TestAgency.Password);
        await door.PressAsync("#password", "Enter");
        await door.WaitForURLAsync("**/me");
        await page.ClickAsync("main form button");
        await Assertions.Expect(page.Locator("#name")).ToHaveValueAsync("Nordwind Trading");
        await Assertions.Expect(page.Locator("#note")).ToHaveValueAsync("Pays late.\nCall Irina.");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Olga Owner");
        await page.ClickAsync("main form .primary");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Nordwind Trading");
    }
}
