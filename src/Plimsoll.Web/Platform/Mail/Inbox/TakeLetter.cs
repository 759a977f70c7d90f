using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Files;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.Platform.Text.Markdown;

namespace Plimsoll.Web.Platform.Mail.Inbox;

/// <summary>
/// Makes of a letter what it means, once: the answer of the person whose address it was sent to, when it was she who wrote.
/// Everything else is passed over or parked, with the reason.
/// </summary>
public sealed class TakeLetter(
    IDbContextFactory<PlimsollDb> store,
    IEnumerable<IAnswersByMail> rooms,
    IReceivers people,
    ReplyAddresses addresses,
    BringFile bring,
    TimeProvider clock,
    ILogger<TakeLetter> log
)
{
    /// <summary>Set in place of a body that was not fetched.</summary>
    internal const string TooLarge = "X-Plimsoll-Too-Large";
    private const int MostFiles = 20;

    /// <summary>Where the letter lies in the mailbox.</summary>
    public sealed record Place(uint Validity, uint Uid);

    public async Task<Fate> Run(Place place, MimeMessage? letter, CancellationToken ct)
    {
        var seen = Seen(place, letter);
        if (await IsKnown(seen.Key, ct))
            return Fate.PassedOver;
        var (fate, reason) = await Judge(letter, seen, ct);
        log.LogInformation("A letter came in: {Fate} {Reason}", fate, reason);
        return fate;
    }

    private async Task<(Fate, string?)> Judge(
        MimeMessage? letter,
        ReceivedLetter seen,
        CancellationToken ct
    )
    {
        if (letter is null)
            return await Keep(seen, Fate.Parked, new LetterIsUnreadable().Code, ct);
        if (Robots.Why(letter) is { } robot)
            return await Keep(seen, Fate.PassedOver, robot, ct);
        if (letter.From.Mailboxes.Any(addresses.IsOurs))
            return await Keep(seen, Fate.PassedOver, "own-letter", ct);
        if ((await Answer(letter, ct)).Refused(out var no, out var answer))
            return await Keep(seen, Fate.Parked, no.Code, ct);
        var files = await Bring(letter, answer.Actor, ct);
        var taken = await store.Write<Done>(
            async db =>
            {
                if (await db.ReceivedLetters().AnyAsync(l => l.Key == seen.Key, ct))
                    return Done.It;
                _ = db.Add(With(seen, Fate.Answered, null));
                // Whoever comes second with the same letter waits here, and finds it known.
                _ = await db.SaveChangesAsync(ct);
                return await answer.Room.Take(db, answer.Words(files), ct) is { } refused
                    ? refused
                    : Done.It;
            },
            ct
        );
        return taken.Refusal is { } against
            ? await Keep(seen, Fate.Parked, against.Code, ct)
            : (Fate.Answered, null);
    }

    private sealed record Found(
        IAnswersByMail Room,
        Guid Holder,
        Actor Actor,
        string Text,
        DateTime At
    )
    {
        public MailedAnswer Words(IReadOnlyList<Guid> files) => new(Holder, Actor, Text, files, At);
    }

    private async Task<Outcome<Found>> Answer(MimeMessage letter, CancellationToken ct)
    {
        if (letter.Headers.Contains(TooLarge))
            return new LetterIsTooLarge();
        var tokens = Receivers(letter)
            .Select(addresses.TokenIn)
            .OfType<string>()
            .Distinct()
            .ToList();
        if (tokens.Count == 0)
            return new LetterAnswersNothing();
        var now = clock.GetUtcNow().UtcDateTime;
        await using var db = await store.CreateDbContextAsync(ct);
        var token = await db.ReplyTokens()
            .AsNoTracking()
            .FirstOrDefaultAsync(t => tokens.Contains(t.Hash) && t.Expires > now, ct);
        if (
            token is null
            || rooms.FirstOrDefault(r => r.Kind == token.Kind) is not { } room
            || await people.Find(token.Person, ct) is not { } person
        )
            return new ReplyAddressIsOver();
        if (
            letter.From.Mailboxes.ToList() is not [var from]
            || !from.Address.Equals(person.Address, StringComparison.OrdinalIgnoreCase)
        )
            return new SenderIsAnother();
        var text = OwnWords.In(LetterText.Of(letter));
        if (text.Length == 0 && !Attached(letter).Any())
            return new LetterIsEmpty();
        if (text.Length > Markdown.Longest)
            text = text[..Markdown.Longest];
        return new Found(
            room,
            token.Holder,
            new Actor(token.Person, person.Position, Door.Mail),
            text,
            now
        );
    }

    /// <summary>Some servers tell only in these headers to which of its names a letter came.</summary>
    private static IEnumerable<MailboxAddress> Receivers(MimeMessage letter)
    {
        string[] more = ["Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To"];
        var others = letter
            .Headers.Where(h => more.Contains(h.Field, StringComparer.OrdinalIgnoreCase))
            .SelectMany(h =>
                InternetAddressList.TryParse(h.Value, out var list) ? list.Mailboxes : []
            );
        return letter.To.Mailboxes.Concat(letter.Cc.Mailboxes).Concat(others);
    }

    private static IEnumerable<MimePart> Attached(MimeMessage letter) =>
        letter
            .BodyParts.OfType<MimePart>()
            .Where(p =>
                p.Content is not null
                && (p.IsAttachment || p is not TextPart && p.FileName is not null)
            )
            .Take(MostFiles);

    /// <summary>One that cannot be taken in is left in the mailbox; the answer counts all the same.</summary>
    private async Task<IReadOnlyList<Guid>> Bring(
        MimeMessage letter,
        Actor actor,
        CancellationToken ct
    )
    {
        var files = new List<Guid>();
        foreach (var part in Attached(letter))
        {
            await using var content = part.Content!.Open();
            var brought = await bring.Run(new(part.FileName, content), actor, ct);
            if (!brought.IsRefused)
                files.Add(brought.Value);
        }
        return files;
    }

    private async Task<(Fate, string?)> Keep(
        ReceivedLetter seen,
        Fate fate,
        string reason,
        CancellationToken ct
    )
    {
        await using var db = await store.CreateDbContextAsync(ct);
        _ = db.Add(With(seen, fate, reason));
        // Another node may have kept it too.
        _ = await db.Save(ct);
        return (fate, reason);
    }

    private async Task<bool> IsKnown(string key, CancellationToken ct)
    {
        await using var db = await store.CreateDbContextAsync(ct);
        return await db.ReceivedLetters().AnyAsync(l => l.Key == key, ct);
    }

    private ReceivedLetter Seen(Place place, MimeMessage? letter) =>
        new()
        {
            Key = KeyOf(place, letter),
            Validity = place.Validity,
            Uid = place.Uid,
            From = Short(letter?.From.ToString(), ReceivedLetter.FromLimit),
            Subject = Short(letter?.Subject, ReceivedLetter.SubjectLimit),
            At = clock.GetUtcNow().UtcDateTime,
            Fate = Fate.Parked,
        };

    private static ReceivedLetter With(ReceivedLetter seen, Fate fate, string? reason) =>
        new()
        {
            Key = seen.Key,
            Validity = seen.Validity,
            Uid = seen.Uid,
            From = seen.From,
            Subject = seen.Subject,
            At = seen.At,
            Fate = fate,
            Reason = reason,
        };

    private static string KeyOf(Place place, MimeMessage? letter)
    {
        var what = letter is { MessageId.Length: > 0 }
            ? $"{letter.MessageId}\n{letter.From}"
            : $"{place.Validity}\n{place.Uid}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(what)));
    }

    private static string Short(string? text, int limit)
    {
        var clean = new string([.. (text ?? "").Where(c => !char.IsControl(c))]);
        return clean.Length > limit ? clean[..limit] : clean;
    }
}
