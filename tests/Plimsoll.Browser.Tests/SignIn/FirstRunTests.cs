using Plimsoll.Web.Tests.Platform;

namespace Plimsoll.Browser.Tests.SignIn;

public sealed class FirstRunTests
{
    [Fact]
    public async Task The_first_run_makes_an_agency_and_its_owner()
    {
        await using var agency = await RunningAgency.Closed();
        var page = await agency.Browser();
        await page.GotoAsync("/");
        await page.ShouldBeAccessible();
        agency.Complaints.ShouldBeEmpty();
        await page.FillAsync("#agency", "Harbour");
        await page.FillAsync("#name", "Olga Owner");
        await page.FillAsync("#email", "olga@agency.example");
        await page.FillAsync("#password", TestAgency.Password);
        await page.ClickAsync("button.primary");
        await page.WaitForURLAsync("**/load");
    }
}
