using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Platform.Mail.Inbox;

/// <summary>Which thing, and whose answer to it, an address stands for.</summary>
public sealed class ReplyToken
{
    public required string Hash { get; init; }
    public required string Kind { get; init; }
    public required Guid Holder { get; init; }
    public required PersonId Person { get; init; }
    public required DateTime Expires { get; init; }
}

/// <summary>What became of a letter that came in.</summary>
public enum Fate
{
    /// <summary>It is an answer now.</summary>
    Answered,

    /// <summary>Nobody wrote it: a robot, a mailing list, a letter that came back.</summary>
    PassedOver,

    /// <summary>Somebody should look at it.</summary>
    Parked,
}

/// <summary>A letter that came in, remembered so that it counts once. Its words are not kept here.</summary>
public sealed class ReceivedLetter
{
    public const int FromLimit = 320;
    public const int SubjectLimit = 200;
    public const int ReasonLimit = 60;

    /// <summary>SHA-256 of its Message-ID and sender, or of all of it where it has none.</summary>
    public required string Key { get; init; }
    public required long Validity { get; init; }
    public required long Uid { get; init; }
    public required string From { get; init; }
    public required string Subject { get; init; }
    public required DateTime At { get; init; }
    public required Fate Fate { get; init; }

    /// <summary>The code of the refusal, or why it was passed over.</summary>
    public string? Reason { get; init; }
}

internal static class InboxTables
{
    public static DbSet<ReplyToken> ReplyTokens(this PlimsollDb db) => db.Set<ReplyToken>();

    public static DbSet<ReceivedLetter> ReceivedLetters(this PlimsollDb db) =>
        db.Set<ReceivedLetter>();
}

internal sealed class ReplyTokenMapping : IEntityTypeConfiguration<ReplyToken>
{
    public void Configure(EntityTypeBuilder<ReplyToken> builder)
    {
        builder.ToTable("reply_tokens");
        builder.HasKey(t => t.Hash);
        builder.Property(t => t.Hash).HasMaxLength(64);
        builder.Property(t => t.Kind).HasMaxLength(40);
        builder.HasIndex(t => t.Expires);
    }
}

internal sealed class ReceivedLetterMapping : IEntityTypeConfiguration<ReceivedLetter>
{
    public void Configure(EntityTypeBuilder<ReceivedLetter> builder)
    {
        builder.ToTable("received_letters");
        builder.HasKey(l => l.Key);
        builder.Property(l => l.Key).HasMaxLength(64);
        builder.Property(l => l.From).HasMaxLength(ReceivedLetter.FromLimit);
        builder.Property(l => l.Subject).HasMaxLength(ReceivedLetter.SubjectLimit);
        builder.Property(l => l.Reason).HasMaxLength(ReceivedLetter.ReasonLimit);
        builder.HasIndex(l => new { l.Validity, l.Uid });
        builder.HasIndex(l => l.At);
    }
}
