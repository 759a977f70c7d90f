using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Tests.Platform;

namespace Plimsoll.Browser.Tests.SignIn;

/// <summary>The ceremonies of WebAuthn, against Chromium's virtual authenticator.</summary>
public sealed class PasskeyTests
{
    [Theory, OnEachDatabase]
    public async Task A_passkey_is_made_at_the_security_page_and_opens_the_account(
        Database database
    )
    {
        await using var agency = await RunningAgency.Open(database);
        var page = await agency.SignedIn(agency.Owner);
        await Authenticator(page);
        await AddPasskey(page);
        await page.GetByText("The passkey is added.").WaitForAsync();

        await page.Context.ClearCookiesAsync();
        await WithoutOffers(page);
        await page.GotoAsync("/signin?to=/me/security");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" })
            .ClickAsync();
        await page.WaitForURLAsync("**/me/security");
        await page.GetByText("Laptop").WaitForAsync();
        (await Facts(agency, "signin.passkey-added")).ShouldBe(1);
        agency.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_browser_offers_the_passkey_in_the_field_itself()
    {
        await using var agency = await RunningAgency.Open();
        var page = await agency.SignedIn(agency.Owner);
        await Authenticator(page);
        await AddPasskey(page);
        await page.GetByText("The passkey is added.").WaitForAsync();
        await page.Context.ClearCookiesAsync();
        // The authenticator of the test takes every offer at once, so nothing needs to be pressed.
        await page.GotoAsync("/signin?to=/me", new() { WaitUntil = WaitUntilState.Commit });
        await page.WaitForURLAsync("**/me");
    }

    [Fact]
    public async Task A_passkey_that_was_removed_opens_nothing()
    {
        await using var agency = await RunningAgency.Open();
        var page = await agency.SignedIn(agency.Owner);
        await Authenticator(page);
        await AddPasskey(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove the passkey Laptop" })
            .ClickAsync();
        await page.GetByText("The passkey is removed.").WaitForAsync();

        await page.Context.ClearCookiesAsync();
        await WithoutOffers(page);
        await page.GotoAsync("/signin");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" })
            .ClickAsync();
        await page.GetByText("The passkey was not accepted.").First.WaitForAsync();
    }

    private static async Task AddPasskey(IPage page)
    {
        await page.GotoAsync("/me/security");
        await page.FillAsync("#passkey-name", "Laptop");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
    }

    /// <summary>Leaves the choice to the button.</summary>
    private static Task WithoutOffers(IPage page) =>
        page.AddInitScriptAsync(
            "PublicKeyCredential.isConditionalMediationAvailable = async () => false"
        );

    private static async Task Authenticator(IPage page)
    {
        var cdp = await page.Context.NewCDPSessionAsync(page);
        await cdp.SendAsync("WebAuthn.enable");
        await cdp.SendAsync(
            "WebAuthn.addVirtualAuthenticator",
            new()
            {
                ["options"] = new Dictionary<string, object>
                {
                    ["protocol"] = "ctap2",
                    ["transport"] = "internal",
                    ["hasResidentKey"] = true,
                    ["hasUserVerification"] = true,
                    ["isUserVerified"] = true,
                    ["automaticPresenceSimulation"] = true,
                },
            }
        );
    }

    private static Task<int> Facts(RunningAgency agency, string kind) =>
        agency.Store(db => db.Facts().CountAsync(f => f.Kind == kind, TestAgency.Now));
}
