using System.Text;
using MailKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using MimeKit.Text;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Files;
using Plimsoll.Web.Platform.Mail;
using Plimsoll.Web.Platform.Mail.Inbox;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Tests.Platform.Mail.Inbox;

/// <summary>Letters go out through an SMTP server and their answers come back through Dovecot.</summary>
public sealed class ReadInboxTests
{
    private static readonly Guid Thing = Guid.Parse("01932b6e-0000-7000-8000-0000000000aa");

    [Theory, OnEachDatabase]
    public async Task An_answer_to_a_letter_comes_back_once(Database database)
    {
        await using var post = new MailServer();
        await using var box = await Mailbox.Start();
        await using var agency = await Open(database, [.. post.Settings, .. box.Settings]);
        var letter = await Sent(agency, post);
        var answer = Answer(
            letter,
            "Fine with me.\n\nOn Mon, 23 Nov 2026 at 10:00, Plimsoll <plimsoll@agency.example> wrote:\n> old words\n"
        );
        await box.Deliver(answer);

        await Read(agency);
        (await Taken(agency)).ShouldBe(["Fine with me."]);
        (await box.Look()).ShouldBe([("Re: Banner texts", MessageFlags.Seen)]);

        // The crash between the work and its mark, and the same letter delivered twice.
        await box.Forget();
        await box.Deliver(answer);
        await Read(agency);
        await Read(agency);
        (await Taken(agency)).Count.ShouldBe(1);
        (await box.Look()).All(l => l.Flags == MessageFlags.Seen).ShouldBeTrue();
    }

    [Theory, OnEachDatabase]
    public async Task Several_nodes_take_each_letter_once(Database database)
    {
        await using var post = new MailServer();
        await using var box = await Mailbox.Start();
        await using var agency = await Open(database, [.. post.Settings, .. box.Settings]);
        var letter = await Sent(agency, post);
        await box.Deliver(Enumerable.Range(0, 8).Select(i => Answer(letter, $"Answer {i}")));
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Read(agency)));
        await Read(agency);
        (await Taken(agency)).Order().ShouldBe(Enumerable.Range(0, 8).Select(i => $"Answer {i}"));
    }

    [Theory, OnEachDatabase]
    public async Task What_is_no_answer_is_parked_with_its_reason_or_passed_over(Database database)
    {
        await using var post = new MailServer();
        await using var box = await Mailbox.Start();
        await using var agency = await Open(database, [.. post.Settings, .. box.Settings]);
        var letter = await Sent(agency, post);
        await box.Deliver(
            Change(Answer(letter, "From elsewhere"), m => From(m, "stranger@elsewhere.example")),
            Change(Answer(letter, "No token"), m => To(m, "reply@agency.example")),
            Change(
                Answer(letter, "Wrong token"),
                m => To(m, "reply+abcdefghabcdefghabcdefgh@agency.example")
            ),
            Answer(letter, "-- \nOlga"),
            Change(Answer(letter, "refuse this"), _ => { }),
            Change(
                Answer(letter, "I am away"),
                m => m.Headers.Add("Auto-Submitted", "auto-replied")
            ),
            Change(Answer(letter, "I am away too"), m => m.Headers.Add("X-Autoreply", "yes")),
            Change(Answer(letter, "To all"), m => m.Headers.Add("Precedence", "bulk")),
            Change(Answer(letter, "List"), m => m.Headers.Add("List-Id", "<all.agency.example>")),
            Change(Answer(letter, "Returned"), m => m.Headers.Add("Return-Path", "<>")),
            Change(Answer(letter, "Loop"), m => From(m, "plimsoll@agency.example"))
        );
        await Read(agency);
        (await Taken(agency)).ShouldBeEmpty();
        var parked = (await agency.Use<ParkedLetters>().Ask(agency.Owner, TestAgency.Now)).Value;
        parked
            .Letters.Select(l => l.Reason)
            .Order()
            .ShouldBe([
                "letter-answers-nothing",
                "letter-is-empty",
                "not-there",
                "reply-address-is-over",
                "sender-is-another",
            ]);
        var passed = await agency.Store(db =>
            db.ReceivedLetters()
                .Where(l => l.Fate == Fate.PassedOver)
                .Select(l => l.Reason)
                .ToListAsync(TestAgency.Now)
        );
        passed
            .Order()
            .ShouldBe([
                "auto-reply",
                "auto-submitted",
                "bounce",
                "mailing-list",
                "own-letter",
                "precedence",
            ]);
        (await box.Look()).Count(l => l.Flags.HasFlag(MessageFlags.Flagged)).ShouldBe(5);
        var page = await (await agency.SignedIn(agency.Owner)).GetStringAsync(
            "/settings/mail",
            TestAgency.Now
        );
        page.ShouldContain("stranger@elsewhere.example");
        page.ShouldContain("It was sent from another address than our letter went to.");
    }

    [Theory, OnEachDatabase]
    public async Task Attachments_come_along_as_files(Database database)
    {
        await using var post = new MailServer();
        await using var box = await Mailbox.Start();
        await using var agency = await Open(database, [.. post.Settings, .. box.Settings]);
        var letter = await Sent(agency, post);
        var answer = Answer(letter, "");
        var body = new BodyBuilder { TextBody = "See the brief" };
        _ = body.Attachments.Add("брифинг.txt", "words"u8.ToArray());
        answer.Body = body.ToMessageBody();
        await box.Deliver(answer);
        await Read(agency);
        (await Taken(agency)).ShouldBe(["See the brief"]);
        var files = await agency
            .Use<FoundFile>()
            .Of(Rooms.Word, Thing, agency.Owner, TestAgency.Now);
        files.Select(f => f.Name).ShouldBe(["брифинг.txt"]);
    }

    [Fact]
    public async Task Read_letters_are_moved_where_the_settings_say()
    {
        await using var post = new MailServer();
        await using var box = await Mailbox.Start();
        await box.MakeFolder("Done");
        await using var agency = await Open(
            Database.Sqlite,
            [.. post.Settings, .. box.Settings, ("Imap:DoneFolder", "Done")]
        );
        var letter = await Sent(agency, post);
        await box.Deliver(
            Answer(letter, "Yes"),
            Change(Answer(letter, "No token"), m => To(m, "reply@agency.example"))
        );
        await Read(agency);
        (await box.Look("Done")).Count.ShouldBe(1);
        (await box.Look()).Count.ShouldBe(1, "what is parked stays in sight");
    }

    [Fact]
    public async Task An_address_serves_for_half_a_year()
    {
        await using var post = new MailServer();
        await using var box = await Mailbox.Start();
        await using var agency = await Open(Database.Sqlite, [.. post.Settings, .. box.Settings]);
        var letter = await Sent(agency, post);
        agency.Clock.Advance(TimeSpan.FromDays(181));
        await box.Deliver(Answer(letter, "At last"));
        await Read(agency);
        (await Taken(agency)).ShouldBeEmpty();
        await agency.Use<SweepInbox>().Run(TestAgency.Now);
        (await agency.Store(db => db.ReplyTokens().CountAsync(TestAgency.Now))).ShouldBe(0);
    }

    [Fact]
    public async Task A_mailbox_that_does_not_answer_is_no_fault()
    {
        await using var agency = await Open(
            Database.Sqlite,
            [
                ("Imap:Host", "127.0.0.1"),
                ("Imap:Port", "9"),
                ("Imap:User", "x"),
                ("Imap:Address", "reply@agency.example"),
            ]
        );
        await Read(agency);
    }

    [Fact]
    public async Task Without_a_mailbox_no_address_is_given()
    {
        await using var agency = await TestAgency.Open(Database.Sqlite);
        (
            await agency.Store(db =>
                Task.FromResult(
                    agency
                        .Use<ReplyAddresses>()
                        .Open(db, Rooms.Word, Thing, agency.Owner.Person, default)
                )
            )
        ).ShouldBeNull();
        await Read(agency);
    }

    private static Task<TestAgency> Open(Database database, (string, string)[] settings) =>
        TestAgency.Open(
            database,
            s =>
            {
                s.AddSingleton<IAnswersByMail, Rooms>();
                s.AddSingleton<IFileHolders, Rooms>();
            },
            settings
        );

    private static Task Read(TestAgency agency) => agency.Use<ReadInbox>().Run(TestAgency.Now);

    /// <summary>A letter about the thing, as it arrives at the owner's.</summary>
    private static async Task<MimeMessage> Sent(TestAgency agency, MailServer post)
    {
        var now = agency.Clock.GetUtcNow().UtcDateTime;
        _ = await agency.Store(db =>
        {
            var at = agency
                .Use<ReplyAddresses>()
                .Open(db, Rooms.Word, Thing, agency.Owner.Person, now);
            db.Send(
                Letter
                    .Write("owner@agency.example", "Banner texts", "old words", now)
                    .About(Rooms.Word, Thing)
                    .AnsweredAt(at)
            );
            return db.SaveChangesAsync(TestAgency.Now);
        });
        await agency.Use<SendLetters>().Run(TestAgency.Now);
        return post.Letters[^1];
    }

    private static MimeMessage Answer(MimeMessage letter, string text)
    {
        var answer = new MimeMessage
        {
            Subject = "Re: " + letter.Subject,
            MessageId = $"{Guid.CreateVersion7():N}@phone.example",
            InReplyTo = letter.MessageId,
            Body = new TextPart(TextFormat.Plain) { Text = text },
        };
        answer.From.Add(new MailboxAddress("Olga", "Owner@Agency.example"));
        answer.To.AddRange(letter.ReplyTo);
        return answer;
    }

    private static MimeMessage Change(MimeMessage letter, Action<MimeMessage> change)
    {
        change(letter);
        return letter;
    }

    private static void From(MimeMessage letter, string address)
    {
        letter.From.Clear();
        letter.From.Add(MailboxAddress.Parse(address));
    }

    private static void To(MimeMessage letter, string address)
    {
        letter.To.Clear();
        letter.To.Add(MailboxAddress.Parse(address));
    }

    /// <summary>What was taken lies in the outbox, which is a table like any room's.</summary>
    private static async Task<IReadOnlyList<string>> Taken(TestAgency agency) =>
        await agency.Store(db =>
            db.Letters()
                .Where(l => l.To == "taken@agency.example")
                .OrderBy(l => l.Id)
                .Select(l => l.Text)
                .ToListAsync(TestAgency.Now)
        );

    private sealed class Rooms : IAnswersByMail, IFileHolders
    {
        public const string Word = "test-thing";
        public string Kind => Word;

        public async Task<Refusal?> Take(PlimsollDb db, MailedAnswer answer, CancellationToken ct)
        {
            if (answer.Text == "refuse this")
                return new NotThere();
            answer.Actor.Door.ShouldBe(Door.Mail);
            answer.Actor.Position.ShouldBe(Position.Owner);
            db.Send(Letter.Write("taken@agency.example", "", answer.Text, answer.At));
            _ = await db.GiveFiles(answer.Files, Word, answer.Holder, answer.Actor, ct);
            return null;
        }

        public IQueryable<Guid> VisibleTo(PlimsollDb db, Actor actor) =>
            db.Files().Where(f => f.Holder == Thing).Select(f => f.Holder!.Value);
    }
}
