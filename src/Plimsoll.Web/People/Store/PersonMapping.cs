using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plimsoll.Domain.People;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.People.Store;

internal sealed class PersonMapping : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("people");
        builder.HasKey(p => p.Id);
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Name).HasMaxLength(Person.NameLimit);
        builder.Property(p => p.Email).HasMaxLength(Email.Limit);
        builder.Ignore(p => p.IsPlaceholder);
        builder.Ignore(p => p.MaySignIn);
        builder.HasSearchKey(p => p.Name);
        builder
            .HasOne<Role>()
            .WithMany()
            .HasForeignKey(p => p.Role)
            .OnDelete(DeleteBehavior.Restrict);
        builder
            .HasOne<HolidayCalendar>()
            .WithMany()
            .HasForeignKey(p => p.Calendar)
            .OnDelete(DeleteBehavior.Restrict);
        builder.OwnsOne(p => p.Archived, ArchivalMapping.Columns);
        builder.OwnsMany(
            p => p.Patterns,
            patterns =>
            {
                patterns.ToTable("work_patterns");
                patterns.WithOwner().HasForeignKey("PersonId");
                patterns.HasKey("PersonId", nameof(WorkPattern.ValidFrom));
                patterns.Property(w => w.ValidFrom).ValueGeneratedNever();
                patterns.Ignore(w => w.Week);
            }
        );
        builder.Navigation(p => p.Patterns).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class RoleMapping : IEntityTypeConfiguration<Role>
{
    public void Configure(EntityTypeBuilder<Role> builder)
    {
        builder.ToTable("roles");
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Name).HasMaxLength(Role.NameLimit);
        builder.HasSearchKey(r => r.Name);
        builder.OwnsOne(r => r.Archived, ArchivalMapping.Columns);
    }
}

internal sealed class TeamMapping : IEntityTypeConfiguration<Team>
{
    public void Configure(EntityTypeBuilder<Team> builder)
    {
        builder.ToTable("teams");
        builder.HasKey(t => t.Id);
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.Name).HasMaxLength(Team.NameLimit);
        builder.HasSearchKey(t => t.Name);
        builder
            .HasOne<Person>()
            .WithMany()
            .HasForeignKey(t => t.Lead)
            .OnDelete(DeleteBehavior.Restrict);
        builder.OwnsOne(t => t.Archived, ArchivalMapping.Columns);
        builder.OwnsMany(
            t => t.Members,
            members =>
            {
                members.ToTable("team_members");
                members.WithOwner().HasForeignKey("TeamId");
                members.HasKey("TeamId", nameof(TeamMember.PersonId));
                members.Property(m => m.PersonId).ValueGeneratedNever();
                members.HasIndex(m => m.PersonId);
                members
                    .HasOne<Person>()
                    .WithMany()
                    .HasForeignKey(m => m.PersonId)
                    .OnDelete(DeleteBehavior.Restrict);
            }
        );
        builder.Navigation(t => t.Members).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}
