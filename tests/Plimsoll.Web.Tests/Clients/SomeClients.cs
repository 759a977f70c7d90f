using System.Text.RegularExpressions;
using Plimsoll.Domain.Clients;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Load;
using Plimsoll.Domain.People;
using Plimsoll.Web.Clients.UseCases;
using Plimsoll.Web.Tests.Platform;

namespace Plimsoll.Web.Tests.Clients;

/// <summary>Clients, projects, teams and bookings for the tests of this room and of those that read it.</summary>
internal static partial class SomeClients
{
    public static async Task<ClientId> Client(this TestAgency agency, string name, Actor manager) =>
        (
            await agency
                .Use<AddClient>()
                .Run(new(name, manager.Person), agency.Owner, TestAgency.Now)
        ).Value;

    public static async Task<ProjectId> Project(
        this TestAgency agency,
        string name,
        ClientId? client,
        Actor? manager = null,
        Stage? stage = Stage.Active
    ) =>
        (
            await agency
                .Use<AddProject>()
                .Run(
                    new(
                        name,
                        client,
                        client is null ? ProjectKind.Internal : ProjectKind.Retainer,
                        stage,
                        Manager: manager?.Person
                    ),
                    agency.Owner,
                    TestAgency.Now
                )
        ).Value;

    public static Task Team(this TestAgency agency, string name, params Actor[] members) =>
        agency.Store(async db =>
        {
            var team = Domain.People.Team.New(name).Value;
            foreach (var member in members)
                team.Add(member.Person);
            db.Add(team);
            return await db.SaveChangesAsync(TestAgency.Now);
        });

    public static Task Book(this TestAgency agency, PersonId person, ProjectId project) =>
        agency.Store(async db =>
        {
            var week = Week.Of(new DateOnly(2026, 11, 23));
            db.Add(Booking.Confirm(person, project, week, new Minutes(600), person).Value);
            return await db.SaveChangesAsync(TestAgency.Now);
        });

    /// <summary>The anti-forgery header that a script of a page sends.</summary>
    public static async Task<HttpClient> AsScript(this HttpClient browser)
    {
        var html = await browser.GetStringAsync("/clients/new", TestAgency.Now);
        browser.DefaultRequestHeaders.Add("X-Plimsoll-Form", Stamp().Match(html).Groups[1].Value);
        return browser;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Stamp();
}
