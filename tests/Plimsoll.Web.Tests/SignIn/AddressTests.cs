using System.Net;
using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.People.UseCases;
using Plimsoll.Web.Platform.Mail;
using Plimsoll.Web.SignIn;
using Plimsoll.Web.SignIn.UseCases;
using Plimsoll.Web.Tests.People;
using Plimsoll.Web.Tests.Platform;

namespace Plimsoll.Web.Tests.SignIn;

/// <summary>The address of a person is the name she signs in with; the two never part.</summary>
public sealed class AddressTests
{
    [Theory, OnEachDatabase]
    public async Task An_invitation_that_went_to_a_wrong_address_opens_nothing_once_it_is_corrected(
        Database database
    )
    {
        await using var agency = await TestAgency.Open(database);
        var mei = (
            await agency
                .Use<HirePerson>()
                .Run(new("Mei", Email: "mie@agency.example"), agency.Owner, TestAgency.Now)
        ).Value;
        var link = (await agency.Use<InvitePerson>().Run(mei, agency.Owner, TestAgency.Now))
            .Value
            .Path!;

        (await Change(agency, mei, "mei@agency.example")).IsRefused.ShouldBeFalse();

        (await agency.Browser().GetStringAsync(link, TestAgency.Now)).ShouldContain(
            "This link does not work any more"
        );
        (
            await agency
                .Use<AcceptInvitation>()
                .Run(new(link.Split('/')[^1], TestAgency.Password, null, "-"), TestAgency.Now)
        ).Refusal.ShouldBeOfType<LinkIsSpent>();
    }

    [Theory, OnEachDatabase]
    public async Task Her_sign_in_follows_and_the_old_address_is_told(Database database)
    {
        await using var mail = new MailServer();
        await using var agency = await TestAgency.Open(database, null, mail.Settings);
        var mei = await agency.Someone(Position.TeamMember, "Mei");
        await agency.Use<MakeResetLink>().Run(mei.Person, agency.Owner, TestAgency.Now);
        await agency.Use<SendLetters>().Run(TestAgency.Now);
        var reset = mail.Letters.ShouldHaveSingleItem().TextBody!;

        (await Change(agency, mei.Person, "mei.li@agency.example")).IsRefused.ShouldBeFalse();

        (
            await agency.Browser().Enter("mei.li@agency.example", TestAgency.Password)
        ).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (
            await agency.Browser().Enter("mei@agency.example", TestAgency.Password)
        ).StatusCode.ShouldBe(HttpStatusCode.OK);
        await agency.Use<SendLetters>().Run(TestAgency.Now);
        var letter = mail.Letters[^1];
        letter.To.ToString().ShouldBe("mei@agency.example");
        letter.Subject.ShouldBe("Your Plimsoll address was changed");
        var link = reset[reset.IndexOf("/reset/", StringComparison.Ordinal)..].Split('\n')[0];
        (await agency.Browser().GetStringAsync(link.Trim(), TestAgency.Now)).ShouldContain(
            "This link does not work any more"
        );
    }

    [Theory, OnEachDatabase]
    public async Task The_same_address_written_otherwise_closes_nothing_and_tells_nobody(
        Database database
    )
    {
        await using var mail = new MailServer();
        await using var agency = await TestAgency.Open(database, null, mail.Settings);
        var mei = await agency.Someone(Position.TeamMember, "Mei");

        (await Change(agency, mei.Person, "Mei@Agency.example")).IsRefused.ShouldBeFalse();

        await agency.Use<SendLetters>().Run(TestAgency.Now);
        mail.Letters.ShouldBeEmpty();
        (
            await agency.Browser().Enter("mei@agency.example", TestAgency.Password)
        ).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory, OnEachDatabase]
    public async Task An_address_that_somebody_else_signs_in_with_is_refused_at_the_field(
        Database database
    )
    {
        await using var agency = await TestAgency.Open(database);
        var mei = await agency.Someone(Position.TeamMember, "Mei");
        var gone = await agency.Someone(Position.TeamMember, "Gone");
        await agency
            .Use<ArchivePerson>()
            .Run(gone.Person, SeenVersion.Any, agency.Owner, TestAgency.Now);

        (await Change(agency, mei.Person, "OWNER@agency.example"))
            .Refusal.ShouldBeOfType<AddressIsOfAnother>()
            .Field.ShouldBe("email");
        (await Change(agency, mei.Person, "gone@agency.example"))
            .Refusal.ShouldBeOfType<SignInAddressIsTaken>()
            .Field.ShouldBe("email");
        (await Change(agency, mei.Person, "")).Refusal.ShouldBeOfType<IsMissing>();
        (
            await agency.Browser().Enter("mei@agency.example", TestAgency.Password)
        ).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory, OnEachDatabase]
    public async Task A_token_that_may_not_invite_does_not_change_where_her_letters_go(
        Database database
    )
    {
        await using var agency = await TestAgency.Open(database);
        var mei = await agency.Someone(Position.TeamMember, "Mei");
        var program = agency.Browser();
        var made = await agency
            .Use<CreateToken>()
            .Run(new("Sheet", ["people:read", "people:write"], 30), agency.Owner, TestAgency.Now);
        program.DefaultRequestHeaders.Authorization = new("Bearer", made.Value);
        var url = $"/api/v1/people/{mei.Person}";

        (
            await program.Put(url, new { name = "Mei", email = "thief@evil.example" }, "\"v0\"")
        ).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (
            await program.Put(url, new { name = "Mei Li", email = "mei@agency.example" }, "\"v0\"")
        ).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static async Task<Outcome<Done>> Change(TestAgency agency, PersonId id, string email)
    {
        var person = await agency.Store(db =>
            db.People().AsNoTracking().SingleAsync(p => p.Id == id, TestAgency.Now)
        );
        var command = new ChangePerson.Command(
            id,
            person.Version,
            person.Name,
            person.Kind,
            email,
            person.Position,
            person.Role,
            person.Calendar,
            person.Colour,
            person.Joined,
            person.LastDay,
            null
        );
        return await agency.Use<ChangePerson>().Run(command, agency.Owner, TestAgency.Now);
    }
}
