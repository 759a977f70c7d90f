using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.People.UseCases;
using Plimsoll.Web.SignIn;
using Plimsoll.Web.SignIn.Store;
using Plimsoll.Web.SignIn.UseCases;
using Plimsoll.Web.Tests.People;
using Plimsoll.Web.Tests.Platform;

namespace Plimsoll.Web.Tests.SignIn;

public sealed class FeedTests
{
    private static readonly DateOnly Monday = new(2026, 12, 7);

    [Theory, OnEachDatabase]
    public async Task A_feed_holds_her_approved_absences_and_her_holidays_and_nobody_elses(
        Database database
    )
    {
        await using var agency = await TestAgency.Open(database);
        var anna = await agency.Someone(Position.TeamMember, "Anna");
        var mate = await agency.Someone(Position.TeamMember, "Mate");
        await agency.Team("Theirs", anna.Person, mate.Person);
        await Holidays(agency, anna);
        var hers = await Away(agency, anna, Monday, Monday.AddDays(4), "to the sea, HerNoteZq");
        await agency.Asks(anna, Monday.AddDays(14), Monday.AddDays(14));
        var mates = await Away(agency, mate, Monday.AddDays(7), Monday.AddDays(7), null);

        var text = await Read(agency, await Feed(agency, anna));

        text.ShouldStartWith("BEGIN:VCALENDAR\r\n");
        text.ShouldContain($"UID:absence-{hers}@plimsoll");
        text.ShouldContain("SUMMARY:Vacation");
        text.ShouldContain("SUMMARY:Founders' day");
        text.ShouldContain("SUMMARY:Christmas Eve (50 % off)");
        text.ShouldNotContain(mates.ToString());
        text.ShouldNotContain("HerNoteZq");
        text.ShouldNotContain("Moved working day");
        text.Split("BEGIN:VEVENT").Length.ShouldBe(1 + 3);
    }

    [Theory, OnEachDatabase]
    public async Task As_long_as_nothing_changes_it_is_not_modified(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var anna = await agency.Someone(Position.TeamMember, "Anna");
        var id = await Away(agency, anna, Monday, Monday, null);
        var path = await Feed(agency, anna);
        var program = agency.Browser();
        using var first = await program.GetAsync(path, TestAgency.Now);
        first.Content.Headers.ContentType!.ToString().ShouldBe("text/calendar; charset=utf-8");
        first.Headers.CacheControl!.Private.ShouldBeTrue();
        var (tag, modified) = (first.Headers.ETag!, first.Content.Headers.LastModified!.Value);

        agency.Clock.Advance(TimeSpan.FromHours(2));
        (await Ask(program, path, r => r.Headers.IfNoneMatch.Add(tag))).StatusCode.ShouldBe(
            HttpStatusCode.NotModified
        );
        (await Ask(program, path, r => r.Headers.IfModifiedSince = modified)).StatusCode.ShouldBe(
            HttpStatusCode.NotModified
        );

        (
            await agency.Use<WithdrawAbsence>().Run(id, null, anna, TestAgency.Now)
        ).IsRefused.ShouldBeFalse();
        var changed = await Ask(program, path, r => r.Headers.IfModifiedSince = modified);
        changed.StatusCode.ShouldBe(HttpStatusCode.OK);
        changed.Headers.ETag.ShouldNotBe(tag);
        changed.Content.Headers.LastModified!.Value.ShouldBeGreaterThan(modified);
        using var head = await program.SendAsync(
            new HttpRequestMessage(HttpMethod.Head, path),
            TestAgency.Now
        );
        head.StatusCode.ShouldBe(HttpStatusCode.OK);
        head.Headers.ETag.ShouldBe(changed.Headers.ETag);
    }

    [Theory, OnEachDatabase]
    public async Task An_address_is_shown_once_renewed_and_revoked_on_the_page(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var anna = await agency.Someone(Position.TeamMember, "Anna");
        var browser = await agency.SignedIn(anna);
        var html = await (
            await browser.Submit("/me/calendar", "feed", ("Form.Name", "Phone"))
        ).Read();
        var first = Path(html);
        html.ShouldContain("webcal://localhost" + first);
        var feed = await agency.Store(db => db.CalendarFeeds().AsNoTracking().SingleAsync());
        feed.Hash.ShouldBe(Secrets.HashOf(first[7..^4]));
        (await browser.GetStringAsync("/me/calendar", TestAgency.Now)).ShouldNotContain(first);
        (await Status(agency, first)).ShouldBe(HttpStatusCode.OK);

        var second = Path(await (await browser.Submit("/me/calendar", "renew-" + feed.Id)).Read());
        (await Status(agency, first)).ShouldBe(HttpStatusCode.NotFound);
        (await Status(agency, second)).ShouldBe(HttpStatusCode.OK);

        await browser.Submit("/me/calendar", "revoke-" + feed.Id);
        (await Status(agency, second)).ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, OnEachDatabase]
    public async Task A_program_makes_renews_and_revokes_addresses_of_its_owner(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var anna = await agency.Someone(Position.TeamMember, "Anna");
        var other = await agency.Someone(Position.TeamMember, "Other");
        var program = await Program(agency, anna);
        var made = await program.PostAsJsonAsync(
            "/api/v1/me/feeds",
            new { name = "Outlook" },
            TestAgency.Now
        );
        made.StatusCode.ShouldBe(HttpStatusCode.Created);
        made.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var json = await made.Content.ReadFromJsonAsync<JsonElement>(TestAgency.Now);
        var (id, path) = (json.GetProperty("id").GetGuid(), json.GetProperty("path").GetString()!);
        (await Status(agency, path)).ShouldBe(HttpStatusCode.OK);
        var list = await program.GetStringAsync("/api/v1/me/feeds", TestAgency.Now);
        list.ShouldContain("Outlook");
        list.ShouldNotContain(path);

        var others = await Program(agency, other);
        foreach (var act in new[] { "renew", "revoke" })
            (
                await others.PostAsync($"/api/v1/me/feeds/{id}/{act}", null, TestAgency.Now)
            ).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (
            await program.PostAsync($"/api/v1/me/feeds/{id}/revoke", null, TestAgency.Now)
        ).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await Status(agency, path)).ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, OnEachDatabase]
    public async Task Whoever_has_left_is_archived_or_was_shut_out_has_no_feed(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var leaver = await agency.Someone(Position.TeamMember, "Leaver");
        var archived = await agency.Someone(Position.TeamMember, "Archived");
        var shut = await agency.Someone(Position.TeamMember, "Shut");
        var paths = new List<string>();
        foreach (var who in new[] { leaver, archived, shut })
            paths.Add(await Feed(agency, who));
        foreach (var path in paths)
            (await Status(agency, path)).ShouldBe(HttpStatusCode.OK);

        await agency.Store(async db =>
        {
            var person = await db.People().SingleAsync(p => p.Id == leaver.Person);
            person.ChangeEmployment(null, new DateOnly(2026, 11, 23)).ShouldBeNull();
            return await db.SaveChangesAsync();
        });
        (await Status(agency, paths[0])).ShouldBe(HttpStatusCode.OK, "it is her last day");
        agency.Clock.Advance(TimeSpan.FromDays(1));
        (
            await agency
                .Use<ArchivePerson>()
                .Run(archived.Person, null, agency.Owner, TestAgency.Now)
        ).IsRefused.ShouldBeFalse();
        (
            await agency
                .Use<ShutPersonOut>()
                .Run(new(shut.Person, false), agency.Owner, TestAgency.Now)
        ).IsRefused.ShouldBeFalse();
        foreach (var path in paths)
            (await Status(agency, path)).ShouldBe(HttpStatusCode.NotFound);

        await agency.Use<CloseDoors>().Run(TestAgency.Now);
        (
            await agency
                .Use<RestorePerson>()
                .Run(archived.Person, null, agency.Owner, TestAgency.Now)
        ).IsRefused.ShouldBeFalse();
        (await Status(agency, paths[1])).ShouldBe(HttpStatusCode.NotFound, "for good");
    }

    [Theory, OnEachDatabase]
    public async Task A_client_guest_has_none_and_nobody_has_more_than_ten(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var guest = await agency.Someone(Position.ClientGuest, "Guest");
        (
            await agency.Use<AddFeed>().Run("Phone", guest, TestAgency.Now)
        ).Refusal.ShouldBeOfType<NotAllowed>();
        var browser = await agency.SignedIn(guest);
        (await browser.GetAsync("/me/calendar", TestAgency.Now)).StatusCode.ShouldBe(
            HttpStatusCode.NotFound
        );
        for (var i = 0; i < CalendarFeed.AtMost; i++)
            await Feed(agency, agency.Owner);
        (
            await agency.Use<AddFeed>().Run("Phone", agency.Owner, TestAgency.Now)
        ).Refusal.ShouldBeOfType<TooManyFeeds>();
    }

    private static async Task Holidays(TestAgency agency, Actor who) =>
        await agency.Store(async db =>
        {
            var calendar = HolidayCalendar.New("Ours", "DE").Value;
            calendar.SetDay(CalendarDay.Of(new(2026, 12, 1), "Founders' day").Value);
            calendar.SetDay(CalendarDay.Of(new(2026, 12, 24), "Christmas Eve", 50).Value);
            calendar.SetDay(
                CalendarDay.Of(new(2026, 12, 5), "Moved working day", 0, DayOfWeek.Monday).Value
            );
            db.Add(calendar);
            var person = await db.People().SingleAsync(p => p.Id == who.Person);
            person.ChangeCalendar(calendar.Id);
            return await db.SaveChangesAsync();
        });

    private static async Task<AbsenceId> Away(
        TestAgency agency,
        Actor who,
        DateOnly from,
        DateOnly to,
        string? note
    )
    {
        var id = (
            await agency
                .Use<AskAbsence>()
                .Run(new(null, AbsenceKind.Vacation, from, to, Note: note), who, TestAgency.Now)
        ).Value;
        (
            await agency.Use<DecideAbsences>().Run(new([id], true), agency.Owner, TestAgency.Now)
        ).Value.ShouldBe(1);
        return id;
    }

    private static async Task<string> Feed(TestAgency agency, Actor who) =>
        (await agency.Use<AddFeed>().Run("Phone", who, TestAgency.Now)).Value.Path;

    private static Task<string> Read(TestAgency agency, string path) =>
        agency.Browser().GetStringAsync(path, TestAgency.Now);

    private static async Task<HttpStatusCode> Status(TestAgency agency, string path) =>
        (await agency.Browser().GetAsync(path, TestAgency.Now)).StatusCode;

    private static Task<HttpResponseMessage> Ask(
        HttpClient program,
        string path,
        Action<HttpRequestMessage> condition
    )
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        condition(request);
        return program.SendAsync(request, TestAgency.Now);
    }

    private static string Path(string html) =>
        html[html.IndexOf("/feeds/", StringComparison.Ordinal)..][..(7 + 43 + 4)];

    private static async Task<HttpClient> Program(TestAgency agency, Actor actor)
    {
        var token = await agency
            .Use<CreateToken>()
            .Run(new("Program", ["feeds:read", "feeds:write"], 30), actor, TestAgency.Now);
        var program = agency.Browser();
        program.DefaultRequestHeaders.Authorization = new("Bearer", token.Value);
        return program;
    }
}
