using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plimsoll.Domain.Clients;
using Plimsoll.Domain.People;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Clients.Store;

internal sealed class ClientMapping : IEntityTypeConfiguration<Client>
{
    public void Configure(EntityTypeBuilder<Client> builder)
    {
        builder.ToTable("clients");
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Name).HasMaxLength(Client.NameLimit);
        builder.Property(c => c.Note).HasMaxLength(Client.NoteLimit);
        builder.HasSearchKey(c => c.Name);
        builder
            .HasOne<Person>()
            .WithMany()
            .HasForeignKey(c => c.AccountManager)
            .OnDelete(DeleteBehavior.Restrict);
        builder.OwnsOne(c => c.Archived, ArchivalMapping.Columns);
    }
}

internal sealed class ProjectMapping : IEntityTypeConfiguration<Project>
{
    public void Configure(EntityTypeBuilder<Project> builder)
    {
        builder.ToTable("projects");
        builder.HasKey(p => p.Id);
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Name).HasMaxLength(Project.NameLimit);
        builder.Property(p => p.Code).HasMaxLength(Project.CodeLimit);
        builder.Ignore(p => p.IsInternal);
        builder.Ignore(p => p.TakesBookings);
        builder.HasSearchKey(p => p.Name);
        builder.HasIndex(p => p.Code).IsUnique();
        builder
            .HasOne<Client>()
            .WithMany()
            .HasForeignKey(p => p.Client)
            .OnDelete(DeleteBehavior.Restrict);
        builder
            .HasOne<Person>()
            .WithMany()
            .HasForeignKey(p => p.Manager)
            .OnDelete(DeleteBehavior.Restrict);
        builder.OwnsOne(p => p.Archived, ArchivalMapping.Columns);
        builder.OwnsMany(
            p => p.Streams,
            streams =>
            {
                streams.ToTable("streams");
                streams.WithOwner().HasForeignKey("ProjectId");
                streams.HasKey(s => s.Id);
                streams.Property(s => s.Id).ValueGeneratedNever();
                streams.Property(s => s.Name).HasMaxLength(ProjectStream.NameLimit);
            }
        );
        builder.Navigation(p => p.Streams).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}
