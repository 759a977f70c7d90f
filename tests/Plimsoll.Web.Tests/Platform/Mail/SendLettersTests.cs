using Microsoft.EntityFrameworkCore;
using Plimsoll.Web.Platform.Mail;

namespace Plimsoll.Web.Tests.Platform.Mail;

public sealed class SendLettersTests
{
    [Theory, OnEachDatabase]
    public async Task A_letter_leaves_once_however_often_and_wherever_the_clock_strikes(
        Database database
    )
    {
        await using var mail = new MailServer();
        await using var agency = await TestAgency.Open(database, null, mail.Settings);
        await Write(agency, "Ваша бронь истекла", 7);

        await Task.WhenAll(Run(agency), Run(agency), Run(agency));
        await Run(agency);

        mail.Letters.Count.ShouldBe(7);
        mail.Letters.Select(l => l.MessageId).Distinct().Count().ShouldBe(7);
        var letter = mail.Letters[0];
        letter.Subject.ShouldBe("Ваша бронь истекла");
        letter.TextBody!.TrimEnd().ShouldBe("https://plimsoll.example/load");
        letter.To.ToString().ShouldBe("mei@agency.example");
    }

    [Theory, OnEachDatabase]
    public async Task The_words_of_a_letter_are_wiped_once_it_is_sent(Database database)
    {
        await using var mail = new MailServer();
        await using var agency = await TestAgency.Open(database, null, mail.Settings);
        await Write(agency, "Reset your password");
        await Run(agency);
        var letter = await TheLetter(agency);
        letter.Sent.ShouldNotBeNull();
        letter.Text.ShouldBeEmpty();
    }

    [Theory, OnEachDatabase]
    public async Task A_letter_that_is_not_taken_is_tried_eight_times_ever_more_rarely_then_parked(
        Database database
    )
    {
        await using var mail = new MailServer { Reply = "451 Come back later" };
        await using var agency = await TestAgency.Open(database, null, mail.Settings);
        await Write(agency, "Hello");
        for (var tries = 1; tries <= 8; tries++)
        {
            await Run(agency);
            await Run(agency);
            (await TheLetter(agency)).Tries.ShouldBe(tries);
            agency.Clock.Advance(TimeSpan.FromMinutes(1 << (tries - 1)));
        }
        var letter = await TheLetter(agency);
        letter.Parked.ShouldNotBeNull();
        letter.LastError!.ShouldContain("Come back later");

        mail.Reply = "250 Fine";
        await agency.Use<TryLetterAgain>().Run(letter.Id, agency.Owner, TestAgency.Now);
        await Run(agency);
        mail.Letters.ShouldHaveSingleItem();
    }

    [Theory, OnEachDatabase]
    public async Task An_address_that_the_server_will_never_take_is_parked_at_once(
        Database database
    )
    {
        await using var mail = new MailServer { Reply = "550 No such person" };
        await using var agency = await TestAgency.Open(database, null, mail.Settings);
        await Write(agency, "Hello");
        await Run(agency);
        (await TheLetter(agency)).Parked.ShouldNotBeNull();
    }

    [Theory, OnEachDatabase]
    public async Task A_node_that_died_lets_go_of_its_letter_after_the_lease(Database database)
    {
        await using var mail = new MailServer();
        await using var agency = await TestAgency.Open(database, null, mail.Settings);
        await Write(agency, "Hello");
        var until = agency.Clock.GetUtcNow().UtcDateTime + Letter.Lease;
        await agency.Store(db =>
            db.Letters().ExecuteUpdateAsync(s => s.SetProperty(l => l.NextTry, until))
        );
        await Run(agency);
        mail.Letters.ShouldBeEmpty();
        agency.Clock.Advance(Letter.Lease);
        await Run(agency);
        mail.Letters.ShouldHaveSingleItem();
    }

    [Theory, OnEachDatabase]
    public async Task Without_a_mail_server_a_letter_waits_a_day_and_is_thrown_away(
        Database database
    )
    {
        await using var agency = await TestAgency.Open(database);
        await Write(agency, "Hello");
        await Run(agency);
        await agency.Use<DropOldLetters>().Run(TestAgency.Now);
        (await TheLetter(agency)).Tries.ShouldBe(0);
        agency.Clock.Advance(TimeSpan.FromDays(1.1));
        await agency.Use<DropOldLetters>().Run(TestAgency.Now);
        (await agency.Store(db => db.Letters().CountAsync())).ShouldBe(0);
    }

    private static Task Run(TestAgency agency) => agency.Use<SendLetters>().Run(TestAgency.Now);

    private static Task<Letter> TheLetter(TestAgency agency) =>
        agency.Store(db => db.Letters().AsNoTracking().SingleAsync(TestAgency.Now));

    private static Task<int> Write(TestAgency agency, string subject, int copies = 1) =>
        agency.Store(db =>
        {
            for (var i = 0; i < copies; i++)
                db.Send(
                    Letter.Write(
                        "mei@agency.example",
                        subject,
                        "https://plimsoll.example/load",
                        agency.Clock.GetUtcNow().UtcDateTime
                    )
                );
            return db.SaveChangesAsync(TestAgency.Now);
        });
}
