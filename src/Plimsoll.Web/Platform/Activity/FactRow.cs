using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Platform.Activity;

/// <summary>
/// "This happened": who, when, what was there before, through which door (PRODUCT 8). Written in the same
/// transaction as the change, never altered. The activity feed, live boards, notifications and the audit trail read it.
/// </summary>
public sealed class FactRow
{
    public long Id { get; private set; }
    public DateTime At { get; init; }

    /// <summary>The person who did it; none when the clock did.</summary>
    public PersonId? By { get; init; }
    public Door Door { get; init; }

    /// <summary>A stable name, <c>load.time-booked</c>; its sentence is the text <c>fact.load.time-booked</c>.</summary>
    public required string Kind { get; init; }
    public Guid Subject { get; init; }

    /// <summary>JSON of what it is about besides its subject: ids and weeks, for those who react to it.</summary>
    public string? About { get; init; }

    /// <summary>JSON: property to [before, after]; a new thing has no before, a removed one no after.</summary>
    public string? Changes { get; init; }

    /// <summary>The texts of both, to be found by (<see cref="FactKey"/>).</summary>
    public string? Words { get; init; }

    /// <summary>What was done in one go (a paste, an import) carries one number, so that it can be undone in one go.</summary>
    public Guid? Batch { get; init; }
}

public static class ActivityTables
{
    public static DbSet<FactRow> Facts(this PlimsollDb db) => db.Set<FactRow>();
}

internal sealed class FactMapping : IEntityTypeConfiguration<FactRow>
{
    public void Configure(EntityTypeBuilder<FactRow> builder)
    {
        builder.ToTable("facts");
        builder.HasKey(f => f.Id);
        builder.Property(f => f.Kind).HasMaxLength(80);
        builder.Property(f => f.Words).HasMaxLength(FactKey.Limit);
        builder.HasIndex(f => new { f.Subject, f.Id });
        builder.HasIndex(f => new { f.Kind, f.Id });
        builder.HasIndex(f => f.Batch);
    }
}
