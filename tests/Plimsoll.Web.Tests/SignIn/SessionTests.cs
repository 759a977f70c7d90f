using System.Net;
using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.SignIn.Store;
using Plimsoll.Web.SignIn.UseCases;
using Plimsoll.Web.Tests.Platform;

namespace Plimsoll.Web.Tests.SignIn;

public sealed class SessionTests
{
    [Theory, OnEachDatabase]
    public async Task Signing_out_everywhere_ends_the_other_browsers_at_their_next_request(
        Database database
    )
    {
        await using var agency = await TestAgency.Open(database);
        var here = await agency.SignedIn(agency.Owner);
        var there = await agency.SignedIn(agency.Owner);
        (await here.Submit("/me/security", "everywhere")).StatusCode.ShouldBe(
            HttpStatusCode.Redirect
        );
        (await here.IsIn()).ShouldBeTrue();
        (await there.IsIn()).ShouldBeFalse();
    }

    [Theory, OnEachDatabase]
    public async Task One_other_browser_can_be_signed_out(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var here = await agency.SignedIn(agency.Owner);
        var mine = await agency.Store(db => db.Sessions().Select(s => s.Id).SingleAsync());
        var there = await agency.SignedIn(agency.Owner);
        var other = await agency.Store(db =>
            db.Sessions().Where(s => s.Id != mine).Select(s => s.Id).SingleAsync()
        );
        await here.Submit("/me/security", "end-" + other);
        (await here.IsIn()).ShouldBeTrue();
        (await there.IsIn()).ShouldBeFalse();
    }

    [Theory, OnEachDatabase]
    public async Task Nobody_ends_the_session_of_another(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var li = await agency.Someone(Position.TeamMember, "Li Wei");
        await agency.SignedIn(agency.Owner);
        var owners = await agency.Store(db => db.Sessions().Select(s => s.Id).SingleAsync());
        var answer = await agency.Use<EndSession>().Run(owners, li, TestAgency.Now);
        answer.Refusal.ShouldBeOfType<NotThere>();
    }

    [Theory, OnEachDatabase]
    public async Task A_session_that_nobody_uses_is_over_after_its_days(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var browser = await agency.SignedIn(agency.Owner);
        agency.Clock.Advance(TimeSpan.FromDays(29));
        (await browser.IsIn()).ShouldBeTrue();
        agency.Clock.Advance(TimeSpan.FromDays(31));
        (await browser.IsIn()).ShouldBeFalse();
    }

    [Theory, OnEachDatabase]
    public async Task An_archived_person_is_out_at_once_and_stays_out_when_she_returns(
        Database database
    )
    {
        await using var agency = await TestAgency.Open(database);
        var li = await agency.Someone(Position.TeamMember, "Li Wei");
        var browser = await agency.SignedIn(li);
        await Change(
            agency,
            li,
            p =>
                p.Archive(
                    agency.Owner.Person,
                    new DateTime(2026, 11, 23, 9, 0, 0, DateTimeKind.Utc)
                )
        );
        (await browser.IsIn()).ShouldBeFalse();
        await agency.Use<CloseDoors>().Run(TestAgency.Now);
        await agency.Use<CloseDoors>().Run(TestAgency.Now);
        await Change(agency, li, p => p.Restore());
        (await browser.IsIn()).ShouldBeFalse();
    }

    [Theory, OnEachDatabase]
    public async Task A_changed_password_signs_the_other_browsers_out(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var here = await agency.SignedIn(agency.Owner);
        var there = await agency.SignedIn(agency.Owner);
        var answer = await here.Submit(
            "/me/security",
            "password",
            ("Password.Current", TestAgency.Password),
            ("Password.New", "another long sentence")
        );
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await here.IsIn()).ShouldBeTrue();
        (await there.IsIn()).ShouldBeFalse();
        var old = await agency.Browser().Enter("owner@agency.example", TestAgency.Password);
        old.StatusCode.ShouldBe(HttpStatusCode.OK);
        var now = await agency.Browser().Enter("owner@agency.example", "another long sentence");
        now.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory, OnEachDatabase]
    public async Task A_password_is_changed_only_with_the_one_before(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var here = await agency.SignedIn(agency.Owner);
        var answer = await here.Submit(
            "/me/security",
            "password",
            ("Password.Current", "not this one"),
            ("Password.New", "another long sentence")
        );
        var html = await answer.Read();
        html.ShouldContain("This is not your current password.", customMessage: html);
    }

    [Theory, OnEachDatabase]
    public async Task Five_wrong_passwords_lock_the_account_for_ten_minutes(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        for (var i = 0; i < 5; i++)
            (await Try("not this one")).ShouldContain("The address or the password is wrong.");
        (await Try(TestAgency.Password)).ShouldContain("Too many tries.");
        agency.Clock.Advance(TimeSpan.FromMinutes(10.1));
        var answer = await agency.Browser().Enter("owner@agency.example", TestAgency.Password);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);

        async Task<string> Try(string password) =>
            await (await agency.Browser().Enter("owner@agency.example", password)).Read();
    }

    [Theory, OnEachDatabase]
    public async Task An_unknown_address_answers_as_a_known_one_does(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var answers = new List<string>();
        foreach (var email in new[] { "owner@agency.example", "nobody@agency.example" })
            for (var i = 0; i < 6; i++)
            {
                var html = await (await agency.Browser().Enter(email, "not this one")).Read();
                answers.Add(
                    html.Contains("Too many tries.", StringComparison.Ordinal) ? "many" : "wrong"
                );
            }
        answers.Take(6).ShouldBe(answers.Skip(6));
        answers[5].ShouldBe("many");
    }

    [Theory, OnEachDatabase]
    public async Task A_form_without_its_stamp_changes_nothing(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var browser = await agency.SignedIn(agency.Owner);
        foreach (var (path, form) in new[] { ("/me/security", "everywhere"), ("/signout", "") })
        {
            var answer = await browser.PostAsync(
                path,
                new FormUrlEncodedContent([new("_handler", form)]),
                TestAgency.Now
            );
            ((int)answer.StatusCode).ShouldBeGreaterThanOrEqualTo(400);
        }
        (await browser.IsIn()).ShouldBeTrue();
    }

    [Theory, OnEachDatabase]
    public async Task Signing_out_ends_the_session(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var browser = await agency.SignedIn(agency.Owner);
        var answer = await browser.Submit("/me", "", at: "/signout");
        answer.Headers.Location!.ToString().ShouldBe("/signin");
        (await browser.IsIn()).ShouldBeFalse();
    }

    [Theory, OnEachDatabase]
    public async Task Preferences_hold_from_the_next_page_on(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var browser = await agency.SignedIn(agency.Owner);
        await browser.Submit(
            "/me",
            "preferences",
            ("Form.Language", "ru"),
            ("Form.Theme", "dark"),
            ("Form.InHours", "true"),
            ("Form.TimeZone", "Asia/Almaty")
        );
        var html = await browser.GetStringAsync("/me", TestAgency.Now);
        html.ShouldContain("<html lang=\"ru\" data-theme=\"dark\">");
        html.ShouldContain("Часовой пояс");
        html.ShouldContain("value=\"Asia/Almaty\"");
    }

    [Theory, OnEachDatabase]
    public async Task Over_https_the_cookies_are_bound_to_the_host(Database database)
    {
        await using var agency = await TestAgency.Open(
            database,
            null,
            ("Address", "https://localhost")
        );
        var browser = agency.Browser(new Uri("https://localhost"));
        var answer = await browser.Enter("owner@agency.example", TestAgency.Password);
        var cookie = answer
            .Headers.GetValues("Set-Cookie")
            .Single(c => c.Contains("plimsoll=", StringComparison.Ordinal));
        cookie.ShouldStartWith("__Host-plimsoll=");
        cookie.ShouldContain("secure");
        cookie.ShouldContain("httponly");
        (await browser.IsIn()).ShouldBeTrue();
    }

    private static Task<int> Change(
        TestAgency agency,
        Actor actor,
        Action<Domain.People.Person> change
    ) =>
        agency.Store(async db =>
        {
            change(await db.People().SingleAsync(p => p.Id == actor.Person, TestAgency.Now));
            return await db.SaveChangesAsync(TestAgency.Now);
        });
}
