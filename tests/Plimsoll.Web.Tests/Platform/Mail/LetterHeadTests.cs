using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Mail;
using Plimsoll.Web.Platform.Mail.Leaving;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.Platform.Text;

namespace Plimsoll.Web.Tests.Platform.Mail;

/// <summary>Threads of letters, and leaving them from a letter (RFC 8058).</summary>
public sealed class LetterHeadTests
{
    private static readonly Guid Thing = Guid.Parse("01932b6e-0000-7000-8000-0000000000aa");

    [Fact]
    public async Task Letters_about_one_thing_stand_in_one_thread_and_can_be_ended()
    {
        await using var post = new MailServer();
        await using var agency = await TestAgency.Open(Database.Sqlite, null, post.Settings);
        var path = agency.Use<LeaveLinks>().Write(Room.Word, Thing, agency.Owner.Person);
        for (var i = 0; i < 2; i++)
            _ = await agency.Store(db =>
            {
                db.Send(
                    Letter
                        .Write(
                            "mei@agency.example",
                            "Banner",
                            "text",
                            agency.Clock.GetUtcNow().UtcDateTime
                        )
                        .About(Room.Word, Thing)
                        .Ending(path)
                );
                return db.SaveChangesAsync(TestAgency.Now);
            });
        await agency.Use<SendLetters>().Run(TestAgency.Now);
        var (first, second) = (post.Letters[0], post.Letters[1]);
        first.References.ShouldBe(second.References);
        first.InReplyTo.ShouldBe(second.InReplyTo);
        first.MessageId.ShouldNotBe(second.MessageId);
        first.Headers["List-Unsubscribe"].ShouldBe($"<http://plimsoll.example{path}>");
        first.Headers["List-Unsubscribe-Post"].ShouldBe("List-Unsubscribe=One-Click");
        var kept = await agency.Store(db => db.Letters().FirstAsync(TestAgency.Now));
        kept.EndPath.ShouldBeNull("a link that opens something is not kept");
    }

    [Theory, OnEachDatabase]
    public async Task Whoever_has_the_letter_ends_it_by_a_post_alone(Database database)
    {
        var room = new Room();
        await using var agency = await TestAgency.Open(database, s => s.AddSingleton<ILeave>(room));
        var path = agency.Use<LeaveLinks>().Write(Room.Word, Thing, agency.Owner.Person);
        var stranger = agency.Browser();
        var look = await stranger.GetAsync(path, TestAgency.Now);
        look.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var page = await stranger.GetStringAsync(look.Headers.Location, TestAgency.Now);
        page.ShouldContain("comments on Banner");
        page.ShouldContain($"action=\"{path}?page=true\"");
        room.Left.ShouldBe(0);

        using var click = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]);
        (await stranger.PostAsync(path, click, TestAgency.Now)).StatusCode.ShouldBe(
            HttpStatusCode.OK
        );
        room.Left.ShouldBe(1);
        var button = await stranger.PostAsync(path + "?page=true", null, TestAgency.Now);
        var done = await stranger.GetStringAsync(button.Headers.Location, TestAgency.Now);
        done.ShouldContain("Done. You will get no more of these letters.");
        (
            await agency.Store(db =>
                db.Facts()
                    .CountAsync(f =>
                        f.Kind == "platform.letters-ended" && f.By == agency.Owner.Person
                    )
            )
        ).ShouldBe(2);
    }

    [Fact]
    public async Task Nobody_can_write_such_a_link_herself()
    {
        var room = new Room();
        await using var agency = await TestAgency.Open(
            Database.Sqlite,
            s => s.AddSingleton<ILeave>(room)
        );
        var path = agency.Use<LeaveLinks>().Write(Room.Word, Thing, agency.Owner.Person);
        var stranger = agency.Browser();
        foreach (
            var wrong in new[]
            {
                path[..^3],
                path + "AAAA",
                LeaveLinks.Path + "x",
                LeaveLinks.Path + "AAAA",
            }
        )
            (await stranger.PostAsync(wrong, null, TestAgency.Now)).StatusCode.ShouldBe(
                HttpStatusCode.NotFound
            );
        room.Left.ShouldBe(0);
    }

    private sealed class Room : ILeave
    {
        public const string Word = "test-thread";
        public string Kind => Word;
        public int Left { get; private set; }

        public Task<string?> Name(
            PlimsollDb db,
            Guid thing,
            PersonId person,
            Phrases phrases,
            CancellationToken ct
        ) => Task.FromResult<string?>(thing == Thing ? "comments on Banner" : null);

        public Task Leave(
            PlimsollDb db,
            Guid thing,
            PersonId person,
            DateTime now,
            CancellationToken ct
        )
        {
            Left++;
            return Task.CompletedTask;
        }
    }
}
