using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Platform.Mail;

/// <summary>
/// A letter on its way out. It is written in the same save as what it tells of, so it is sent if and only if that
/// happened. Its words are wiped once it is sent: they may hold a link that opens an account.
/// </summary>
public sealed class Letter
{
    public const int MostTries = 8;
    public const int SubjectLimit = 200;
    private const int ErrorLimit = 500;

    /// <summary>While one node holds a letter no other takes it; a node that died lets go of it after this.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    private Letter() { }

    public Guid Id { get; private set; }
    public string To { get; private set; } = "";
    public string Subject { get; private set; } = "";
    public string Text { get; private set; } = "";
    public string? Html { get; private set; }

    /// <summary>What it speaks of: mail programs show the letters of one thread as one (RFC 5322, 3.6.4).</summary>
    public string? Thread { get; private set; }

    /// <summary>Where an answer goes, if it is not the sender.</summary>
    public string? ReplyTo { get; private set; }

    /// <summary>The path that ends letters like this one (RFC 8058).</summary>
    public string? EndPath { get; private set; }
    public DateTime Created { get; private set; }

    /// <summary>When it may be taken (again); <c>null</c> once it is sent or parked.</summary>
    public DateTime? NextTry { get; private set; }
    public int Tries { get; private set; }
    public DateTime? Sent { get; private set; }

    /// <summary>Since when it waits for the owner, who sees why and may try again.</summary>
    public DateTime? Parked { get; private set; }
    public string? LastError { get; private set; }
    public int Version { get; private set; }

    /// <summary>A letter in plain text, and in HTML where that says more.</summary>
    public static Letter Write(
        string to,
        string subject,
        string text,
        DateTime now,
        string? html = null
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            To = to,
            Subject = subject.Length > SubjectLimit ? subject[..SubjectLimit] : subject,
            Text = text,
            Html = html,
            Created = now,
            NextTry = now,
        };

    /// <summary>Makes it one of the letters about a thing; <paramref name="thing"/> is a word and an id.</summary>
    public Letter About(string kind, Guid thing)
    {
        Thread = $"{kind}.{thing:N}";
        return this;
    }

    /// <summary>Answers come back to this address; an address of ours is opened for each letter.</summary>
    public Letter AnsweredAt(string? address)
    {
        ReplyTo = address;
        return this;
    }

    /// <summary>The receiver can end such letters from the letter itself.</summary>
    public Letter Ending(string path)
    {
        EndPath = path;
        return this;
    }

    internal void WasSent(DateTime now)
    {
        (Sent, NextTry, LastError) = (now, null, null);
        (Text, Html, ReplyTo, EndPath) = ("", null, null, null);
    }

    /// <summary>Waits 1, 2, 4 ... minutes for the next try; parked when the tries are used up or another is of no use.</summary>
    internal void Failed(string error, bool forGood, DateTime now)
    {
        LastError = error.Length > ErrorLimit ? error[..ErrorLimit] : error;
        if (forGood || Tries >= MostTries)
            (Parked, NextTry) = (now, null);
        else
            NextTry = now + TimeSpan.FromMinutes(1 << (Tries - 1));
    }

    /// <summary>The owner has mended what was wrong: it starts over.</summary>
    internal bool TryAgain(DateTime now)
    {
        if (Parked is null)
            return false;
        (Parked, NextTry, Tries) = (null, now, 0);
        return true;
    }
}

/// <summary>The outbox.</summary>
public static class MailTables
{
    public static DbSet<Letter> Letters(this PlimsollDb db) => db.Set<Letter>();

    /// <summary>Puts the letter into the outbox; it leaves after the save it belongs to.</summary>
    public static void Send(this PlimsollDb db, Letter letter) => db.Letters().Add(letter);
}

internal sealed class LetterMapping : IEntityTypeConfiguration<Letter>
{
    public void Configure(EntityTypeBuilder<Letter> builder)
    {
        builder.ToTable("letters");
        builder.HasKey(l => l.Id);
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.Property(l => l.To).HasMaxLength(320);
        builder.Property(l => l.Subject).HasMaxLength(Letter.SubjectLimit);
        builder.Property(l => l.LastError).HasMaxLength(500);
        builder.Property(l => l.Thread).HasMaxLength(80);
        builder.Property(l => l.ReplyTo).HasMaxLength(320);
        builder.Property(l => l.EndPath).HasMaxLength(600);
        builder.HasIndex(l => l.NextTry);
        builder.HasIndex(l => l.Parked);
    }
}
