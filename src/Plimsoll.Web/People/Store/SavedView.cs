using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;

namespace Plimsoll.Web.People.Store;

/// <summary>A way to look at a page that somebody gave a name; the others see it too when it is shared.</summary>
public sealed class SavedView
{
    public const int NameLimit = 80;
    public const int QueryLimit = 2000;
    public const int PageLimit = 20;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public PersonId Person { get; init; }

    /// <summary>Which page it is of, by the room's name in addresses: <c>load</c>, <c>tasks</c>.</summary>
    public required string Page { get; init; }
    public required string Name { get; set; }

    /// <summary>The page's query string, without the question mark. Without a <c>from</c> it opens on the present week.</summary>
    public required string Query { get; set; }
    public bool Shared { get; set; }
    public int Version { get; private set; }
}

internal sealed class SavedViewMapping : IEntityTypeConfiguration<SavedView>
{
    public void Configure(EntityTypeBuilder<SavedView> builder)
    {
        builder.ToTable("saved_views");
        builder.HasKey(v => v.Id);
        builder.Property(v => v.Id).ValueGeneratedNever();
        builder.Property(v => v.Page).HasMaxLength(SavedView.PageLimit);
        builder.Property(v => v.Name).HasMaxLength(SavedView.NameLimit);
        builder.Property(v => v.Query).HasMaxLength(SavedView.QueryLimit);
        builder
            .HasOne<Person>()
            .WithMany()
            .HasForeignKey(v => v.Person)
            .OnDelete(DeleteBehavior.Cascade);
        builder
            .HasIndex(v => new
            {
                v.Person,
                v.Page,
                v.Name,
            })
            .IsUnique();
    }
}
