using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;

namespace Plimsoll.Web.Load.Store;

/// <summary>Somebody has the board open, on whichever node; she is gone when nobody has said so for a while.</summary>
public sealed class BoardPresence
{
    public const int CellLimit = 120;

    /// <summary>The stream that her board listens to.</summary>
    public Guid Stream { get; init; }
    public PersonId Person { get; init; }

    /// <summary>The cell she is in: <c>person|project|week</c>, the project may be empty.</summary>
    public string? Cell { get; set; }
    public DateTime Seen { get; set; }
}

internal sealed class BoardPresenceMapping : IEntityTypeConfiguration<BoardPresence>
{
    public void Configure(EntityTypeBuilder<BoardPresence> builder)
    {
        builder.ToTable("board_presences");
        builder.HasKey(p => p.Stream);
        builder.Property(p => p.Stream).ValueGeneratedNever();
        builder.Property(p => p.Cell).HasMaxLength(BoardPresence.CellLimit);
        builder
            .HasOne<Person>()
            .WithMany()
            .HasForeignKey(p => p.Person)
            .OnDelete(DeleteBehavior.Cascade);
    }
}
