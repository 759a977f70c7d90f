using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Platform.Http.Idempotency;

/// <summary>The answer to a POST that named an idempotency key, kept so that a repeated call gets it again instead of doing the work twice.</summary>
public sealed class KeptAnswer
{
    public Guid Account { get; init; }
    public required string Key { get; init; }

    /// <summary>SHA-256 of method, path and body: the same key with other words is a mistake of the caller.</summary>
    public required string Request { get; init; }
    public DateTime At { get; init; }

    /// <summary>The call that is at work on it. Only its work is kept: another may have taken over from one that went silent.</summary>
    public Guid Turn { get; init; }

    /// <summary>Set in the transaction of the work itself, so that a lost answer is not mistaken for lost work.</summary>
    public bool IsDone { get; init; }

    /// <summary>None while the first call is still at work.</summary>
    public int? Status { get; init; }
    public string? ContentType { get; init; }
    public string? Location { get; init; }
    public string? Tag { get; init; }
    public byte[]? Body { get; init; }
}

internal sealed class KeptAnswerMapping : IEntityTypeConfiguration<KeptAnswer>
{
    public void Configure(EntityTypeBuilder<KeptAnswer> builder)
    {
        builder.ToTable("kept_answers");
        builder.HasKey(a => new { a.Account, a.Key });
        builder.Property(a => a.Key).HasMaxLength(200);
        builder.Property(a => a.Request).HasMaxLength(64);
        builder.Property(a => a.Turn).IsConcurrencyToken();
        builder.Property(a => a.ContentType).HasMaxLength(120);
        builder.Property(a => a.Location).HasMaxLength(2000);
        builder.Property(a => a.Tag).HasMaxLength(200);
        builder.HasIndex(a => a.At);
    }
}

public static class IdempotencyTables
{
    public static DbSet<KeptAnswer> KeptAnswers(this PlimsollDb db) => db.Set<KeptAnswer>();
}
