using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plimsoll.Domain.Clients;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;

namespace Plimsoll.Web.Load.Store;

/// <summary>What somebody said of a cell of the board: of a person's week as a whole, or of her week on one project.</summary>
public sealed class CellComment
{
    public const int TextLimit = 1000;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public PersonId Person { get; init; }
    public ProjectId? Project { get; init; }
    public Week Week { get; init; }
    public required string Text { get; init; }
    public PersonId By { get; init; }
    public DateTime At { get; init; }
}

internal sealed class CellCommentMapping : IEntityTypeConfiguration<CellComment>
{
    public void Configure(EntityTypeBuilder<CellComment> builder)
    {
        builder.ToTable("cell_comments");
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Text).HasMaxLength(CellComment.TextLimit);
        builder
            .HasOne<Person>()
            .WithMany()
            .HasForeignKey(c => c.Person)
            .OnDelete(DeleteBehavior.Cascade);
        builder
            .HasOne<Project>()
            .WithMany()
            .HasForeignKey(c => c.Project)
            .OnDelete(DeleteBehavior.Cascade);
        builder
            .HasOne<Person>()
            .WithMany()
            .HasForeignKey(c => c.By)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => new { c.Week, c.Person });
    }
}
