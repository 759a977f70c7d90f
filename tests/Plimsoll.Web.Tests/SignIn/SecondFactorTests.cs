using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using OtpNet;
using Plimsoll.Web.SignIn.Queries;
using Plimsoll.Web.SignIn.Store;
using Plimsoll.Web.SignIn.UseCases;
using Plimsoll.Web.Tests.Platform;

namespace Plimsoll.Web.Tests.SignIn;

public sealed partial class SecondFactorTests
{
    private const string Email = "owner@agency.example";

    [Theory, OnEachDatabase]
    public async Task The_code_is_asked_for_after_the_password_and_serves_once(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var (key, _) = await TurnOn(agency);
        agency.Clock.Advance(TimeSpan.FromMinutes(1));
        var code = Code(agency, key);

        var first = agency.Browser();
        var step = await first.Enter(Email, TestAgency.Password);
        step.Headers.Location!.ToString().ShouldContain("/signin/code");
        (await first.IsIn()).ShouldBeFalse();
        (await Give(first, code)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await first.IsIn()).ShouldBeTrue();

        var second = agency.Browser();
        await second.Enter(Email, TestAgency.Password);
        (await (await Give(second, code)).Read()).ShouldContain("was used already");
        (await second.IsIn()).ShouldBeFalse();
    }

    [Theory, OnEachDatabase]
    public async Task A_recovery_code_opens_once(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var (_, codes) = await TurnOn(agency);
        codes.Count.ShouldBe(10);

        var first = agency.Browser();
        await first.Enter(Email, TestAgency.Password);
        await Give(first, codes[3].ToUpperInvariant().Replace('-', ' '));
        (await first.IsIn()).ShouldBeTrue();

        var second = agency.Browser();
        await second.Enter(Email, TestAgency.Password);
        await Give(second, codes[3]);
        (await second.IsIn()).ShouldBeFalse();
    }

    [Theory, OnEachDatabase]
    public async Task Neither_the_key_nor_a_recovery_code_lies_in_the_store_as_it_is(
        Database database
    )
    {
        await using var agency = await TestAgency.Open(database);
        var (key, codes) = await TurnOn(agency);
        var secret = await agency.Store(db =>
            db.SecondFactors().Select(f => f.Secret).SingleAsync()
        );
        secret.ShouldNotContain(key);
        var hashes = await agency.Store(db => db.RecoveryCodes().Select(c => c.Hash).ToListAsync());
        hashes.ShouldNotContain(codes[0]);
    }

    [Theory, OnEachDatabase]
    public async Task Five_wrong_codes_lock_the_account(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var (key, _) = await TurnOn(agency);
        agency.Clock.Advance(TimeSpan.FromMinutes(1));
        var browser = agency.Browser();
        await browser.Enter(Email, TestAgency.Password);
        for (var i = 0; i < 5; i++)
            await Give(browser, "wrong-code");
        (await (await Give(browser, Code(agency, key))).Read()).ShouldContain("Too many tries.");
    }

    [Theory, OnEachDatabase]
    public async Task Five_minutes_after_the_password_the_code_comes_too_late(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        await TurnOn(agency);
        var browser = agency.Browser();
        await browser.Enter(Email, TestAgency.Password);
        agency.Clock.Advance(TimeSpan.FromMinutes(6));
        var html = await browser.GetStringAsync("/signin/code", TestAgency.Now);
        html.ShouldContain("That took too long.");
    }

    [Theory, OnEachDatabase]
    public async Task It_is_turned_off_with_the_password(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        await TurnOn(agency);
        var off = agency.Use<TurnOffSecondFactor>();
        (await off.Run("not this one", agency.Owner, TestAgency.Now)).IsRefused.ShouldBeTrue();
        (
            await off.Run(TestAgency.Password, agency.Owner, TestAgency.Now)
        ).IsRefused.ShouldBeFalse();
        var browser = agency.Browser();
        await browser.Enter(Email, TestAgency.Password);
        (await browser.IsIn()).ShouldBeTrue();
    }

    private static Task<HttpResponseMessage> Give(HttpClient browser, string code) =>
        browser.Submit("/signin/code", "code", ("Form.Code", code));

    /// <summary>Through the pages, as a person does: the key in Base32 and the recovery codes.</summary>
    private static async Task<(string Key, List<string> Codes)> TurnOn(TestAgency agency)
    {
        var browser = await agency.SignedIn(agency.Owner);
        var offered = await browser.Submit("/me/security", "offer");
        offered.Headers.Location!.ToString().ShouldEndWith("/me/security/code");
        var view = await agency.Use<OfferedSecondFactor>().Ask(agency.Owner, TestAgency.Now);
        var key = view!.Key.Replace(" ", "", StringComparison.Ordinal);
        var done = await browser.Submit(
            "/me/security/code",
            "second",
            ("Form.Code", Code(agency, key))
        );
        var codes = RecoveryCode().Matches(await done.Read()).Select(m => m.Groups[1].Value);
        return (key, [.. codes]);
    }

    private static string Code(TestAgency agency, string key) =>
        new Totp(Base32Encoding.ToBytes(key)).ComputeTotp(agency.Clock.GetUtcNow().UtcDateTime);

    [GeneratedRegex("<code[^>]*>([a-z0-9]{4}(?:-[a-z0-9]{4}){3})</code>")]
    private static partial Regex RecoveryCode();
}
