using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plimsoll.Web.Load.Import;

namespace Plimsoll.Web.Load.Store;

/// <summary>What a colour means in this agency's sheets: asked once, and remembered.</summary>
public sealed class KnownFill
{
    /// <summary>RRGGBB.</summary>
    public required string Fill { get; init; }
    public FillMeaning Meaning { get; set; }
}

internal sealed class KnownFillMapping : IEntityTypeConfiguration<KnownFill>
{
    public void Configure(EntityTypeBuilder<KnownFill> builder)
    {
        builder.ToTable("fill_meanings");
        builder.HasKey(f => f.Fill);
        builder.Property(f => f.Fill).HasMaxLength(6);
    }
}
