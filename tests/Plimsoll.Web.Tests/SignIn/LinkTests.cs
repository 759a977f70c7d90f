using System.Net;
using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;
using Plimsoll.Web.Platform.Mail;
using Plimsoll.Web.SignIn;
using Plimsoll.Web.SignIn.Store;
using Plimsoll.Web.SignIn.UseCases;
using Plimsoll.Web.Tests.Platform;

namespace Plimsoll.Web.Tests.SignIn;

public sealed class LinkTests
{
    private const string Chosen = "a sentence of her own";

    [Theory, OnEachDatabase]
    public async Task An_invitation_opens_an_account_once(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var mei = await Hire(agency);
        var link = (await Invite(agency, mei)).Value.Path!;

        var browser = agency.Browser();
        (await Choose(browser, link)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await browser.IsIn()).ShouldBeTrue();
        (await agency.Browser().Enter("mei@agency.example", Chosen)).StatusCode.ShouldBe(
            HttpStatusCode.Redirect
        );

        var again = await agency.Browser().GetStringAsync(link, TestAgency.Now);
        again.ShouldContain("This link does not work any more");
        again.ShouldNotContain("mei@agency.example");
    }

    [Theory, OnEachDatabase]
    public async Task Of_two_who_use_a_link_at_once_one_comes_in(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var link = (await Invite(agency, await Hire(agency))).Value.Path!;
        var secret = link.Split('/')[^1];
        var both = await Task.WhenAll(Accept(), Accept());
        both.Count(o => !o.IsRefused).ShouldBe(1);

        Task<Outcome<Guid>> Accept() =>
            agency.Use<AcceptInvitation>().Run(new(secret, Chosen, null, "-"), TestAgency.Now);
    }

    [Theory, OnEachDatabase]
    public async Task An_invitation_is_void_after_seven_days_and_when_a_newer_one_is_made(
        Database database
    )
    {
        await using var agency = await TestAgency.Open(database);
        var mei = await Hire(agency);
        var first = (await Invite(agency, mei)).Value.Path!;
        var second = (await Invite(agency, mei)).Value.Path!;
        (await agency.Browser().GetStringAsync(first, TestAgency.Now)).ShouldContain(
            "does not work any more"
        );
        agency.Clock.Advance(TimeSpan.FromDays(7.1));
        (await agency.Browser().GetStringAsync(second, TestAgency.Now)).ShouldContain(
            "does not work any more"
        );
    }

    [Theory, OnEachDatabase]
    public async Task The_store_keeps_the_hash_of_a_link(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var secret = (await Invite(agency, await Hire(agency))).Value.Path!.Split('/')[^1];
        var kept = await agency.Store(db => db.AccountLinks().Select(l => l.Hash).SingleAsync());
        kept.ShouldBe(Secrets.HashOf(secret));
    }

    [Theory, OnEachDatabase]
    public async Task A_director_does_not_open_the_way_in_for_an_owner(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var director = await agency.Someone(Position.Director, "Dora Director");
        var refused = await agency
            .Use<MakeResetLink>()
            .Run(agency.Owner.Person, director, TestAgency.Now);
        refused.Refusal.ShouldBeOfType<OnlyOwnerOpensForOwner>();
    }

    [Theory, OnEachDatabase]
    public async Task Others_than_owner_and_director_do_not_invite(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var manager = await agency.Someone(Position.AccountManager, "Ana Account");
        var mei = await Hire(agency);
        (
            await agency.Use<InvitePerson>().Run(mei, manager, TestAgency.Now)
        ).Refusal.ShouldBeOfType<NotAllowed>();
        var browser = await agency.SignedIn(manager);
        (await browser.GetAsync($"/people/{mei}/signin", TestAgency.Now)).StatusCode.ShouldBe(
            HttpStatusCode.NotFound
        );
    }

    [Theory, OnEachDatabase]
    public async Task With_a_mail_server_the_invitation_goes_by_mail(Database database)
    {
        await using var mail = new MailServer();
        await using var agency = await TestAgency.Open(database, null, mail.Settings);
        var made = await Invite(agency, await Hire(agency));
        made.Value.MailedTo.ShouldBe("mei@agency.example");
        made.Value.Path.ShouldBeNull();
        await agency.Use<SendLetters>().Run(TestAgency.Now);
        var letter = mail.Letters.ShouldHaveSingleItem();
        letter.Subject.ShouldBe("Harbour invites you to Plimsoll");
        var link = Link(letter.TextBody!, "/invite/");
        (await Choose(agency.Browser(), link)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory, OnEachDatabase]
    public async Task The_forgot_page_says_the_same_of_every_address(Database database)
    {
        await using var mail = new MailServer();
        await using var agency = await TestAgency.Open(database, null, mail.Settings);
        var known = await Forget(agency, "owner@agency.example");
        var unknown = await Forget(agency, "nobody@agency.example");
        known.ShouldContain("If somebody signs in with this address");
        unknown.ShouldContain("If somebody signs in with this address");
        await agency.Use<SendLetters>().Run(TestAgency.Now);
        mail.Letters.ShouldHaveSingleItem().To.ToString().ShouldBe("owner@agency.example");
    }

    [Theory, OnEachDatabase]
    public async Task A_reset_link_sets_a_password_once_and_signs_every_browser_out(
        Database database
    )
    {
        await using var mail = new MailServer();
        await using var agency = await TestAgency.Open(database, null, mail.Settings);
        var before = await agency.SignedIn(agency.Owner);
        await Forget(agency, "owner@agency.example");
        await agency.Use<SendLetters>().Run(TestAgency.Now);
        var link = Link(mail.Letters[0].TextBody!, "/reset/");

        var answer = await agency.Browser().Submit(link, "reset", ("Form.Password", Chosen));
        answer.Headers.Location!.ToString().ShouldContain("/signin?after=reset");
        (await before.IsIn()).ShouldBeFalse();
        (await agency.Browser().Enter("owner@agency.example", Chosen)).StatusCode.ShouldBe(
            HttpStatusCode.Redirect
        );
        (await agency.Browser().GetStringAsync(link, TestAgency.Now)).ShouldContain(
            "does not work any more"
        );
    }

    [Theory, OnEachDatabase]
    public async Task Without_a_mail_server_the_forgot_page_says_whom_to_ask_and_she_has_the_link(
        Database database
    )
    {
        await using var agency = await TestAgency.Open(database);
        var li = await agency.Someone(Position.TeamMember, "Li Wei");
        var forgot = await agency.Browser().GetStringAsync("/forgot", TestAgency.Now);
        forgot.ShouldContain("Ask the owner or a director");
        var owner = await agency.SignedIn(agency.Owner);
        var shown = await owner.Submit($"/people/{li.Person}/signin", "reset");
        var link = Link(await shown.Read(), "/reset/");
        await agency.Browser().Submit(link, "reset", ("Form.Password", Chosen));
        (await agency.Browser().Enter("li.wei@agency.example", Chosen)).StatusCode.ShouldBe(
            HttpStatusCode.Redirect
        );
    }

    [Theory, OnEachDatabase]
    public async Task Someone_whose_device_is_lost_is_shut_out(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var li = await agency.Someone(Position.TeamMember, "Li Wei");
        var browser = await agency.SignedIn(li);
        var owner = await agency.SignedIn(agency.Owner);
        await owner.Submit($"/people/{li.Person}/signin", "shut");
        (await browser.IsIn()).ShouldBeFalse();
    }

    private static async Task<PersonId> Hire(TestAgency agency)
    {
        var mei = Person
            .Hire(
                "Mei Lin",
                "mei@agency.example",
                PersonKind.Employee,
                Position.TeamMember,
                WorkPattern.FullTime(Era.First)
            )
            .Value;
        await agency.Store(db =>
        {
            db.Add(mei);
            return db.SaveChangesAsync(TestAgency.Now);
        });
        return mei.Id;
    }

    private static Task<Outcome<LinkMade>> Invite(TestAgency agency, PersonId person) =>
        agency.Use<InvitePerson>().Run(person, agency.Owner, TestAgency.Now);

    private static Task<HttpResponseMessage> Choose(HttpClient browser, string link) =>
        browser.Submit(link, "invite", ("Form.Password", Chosen));

    private static async Task<string> Forget(TestAgency agency, string email) =>
        await (await agency.Browser().Submit("/forgot", "forgot", ("Form.Email", email))).Read();

    private static string Link(string text, string path)
    {
        var start = text.IndexOf(path, StringComparison.Ordinal);
        return new string([
            .. text[start..].TakeWhile(c => c is '/' or '-' or '_' || char.IsLetterOrDigit(c)),
        ]);
    }
}
