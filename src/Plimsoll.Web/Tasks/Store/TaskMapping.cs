using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plimsoll.Domain.Clients;
using Plimsoll.Domain.People;
using Plimsoll.Domain.Tasks;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Tasks.Store;

internal sealed class TaskMapping : IEntityTypeConfiguration<ProjectTask>
{
    public void Configure(EntityTypeBuilder<ProjectTask> builder)
    {
        builder.ToTable("tasks");
        builder.HasKey(t => t.Id);
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.Title).HasMaxLength(ProjectTask.TitleLimit);
        builder.Property(t => t.Description).HasMaxLength(ProjectTask.DescriptionLimit);
        builder.Property(t => t.Rank).HasMaxLength(TaskRank.Limit);
        builder.Ignore(t => t.IsOpen);
        builder.HasSearchKey(t => t.Title);
        builder
            .HasOne<Project>()
            .WithMany()
            .HasForeignKey(t => t.Project)
            .OnDelete(DeleteBehavior.Restrict);
        foreach (
            var person in new[]
            {
                nameof(ProjectTask.Responsible),
                nameof(ProjectTask.Reviewer),
                nameof(ProjectTask.CreatedBy),
                nameof(ProjectTask.StateBy),
            }
        )
            builder
                .HasOne<Person>()
                .WithMany()
                .HasForeignKey(person)
                .OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(t => new { t.Project, t.Number }).IsUnique();
        // A person's week, and a project's board, are each read from one index.
        builder.HasIndex(t => new
        {
            t.Responsible,
            t.State,
            t.Due,
        });
        builder.HasIndex(t => new
        {
            t.Project,
            t.State,
            t.Rank,
        });
        builder.HasIndex(t => new { t.Reviewer, t.State });
        builder.HasIndex(t => new { t.State, t.Due });
        Helpers(builder);
        Checklist(builder);
        Waits(builder);
    }

    private static void Helpers(EntityTypeBuilder<ProjectTask> builder)
    {
        builder.OwnsMany(
            t => t.Helpers,
            helpers =>
            {
                helpers.ToTable("task_helpers");
                helpers.WithOwner().HasForeignKey("TaskId");
                helpers.HasKey("TaskId", nameof(TaskHelper.Person));
                helpers.Property(h => h.Person).ValueGeneratedNever();
                helpers.HasIndex(h => h.Person);
                helpers
                    .HasOne<Person>()
                    .WithMany()
                    .HasForeignKey(h => h.Person)
                    .OnDelete(DeleteBehavior.Restrict);
            }
        );
        builder.Navigation(t => t.Helpers).UsePropertyAccessMode(PropertyAccessMode.Field);
    }

    private static void Checklist(EntityTypeBuilder<ProjectTask> builder)
    {
        builder.OwnsMany(
            t => t.Checklist,
            items =>
            {
                items.ToTable("task_checklist");
                items.WithOwner().HasForeignKey("TaskId");
                items.HasKey(i => i.Id);
                items.Property(i => i.Id).ValueGeneratedNever();
                items.Property(i => i.Text).HasMaxLength(ChecklistItem.TextLimit);
                items.Ignore(i => i.IsDone);
                items
                    .HasOne<Person>()
                    .WithMany()
                    .HasForeignKey(i => i.DoneBy)
                    .OnDelete(DeleteBehavior.Restrict);
            }
        );
        builder.Navigation(t => t.Checklist).UsePropertyAccessMode(PropertyAccessMode.Field);
    }

    private static void Waits(EntityTypeBuilder<ProjectTask> builder)
    {
        builder.OwnsMany(
            t => t.Waits,
            waits =>
            {
                waits.ToTable("task_waits");
                waits.WithOwner().HasForeignKey("TaskId");
                waits.HasKey("TaskId", nameof(TaskWait.For));
                waits.Property(w => w.For).ValueGeneratedNever();
                waits.HasIndex(w => w.For);
                waits
                    .HasOne<ProjectTask>()
                    .WithMany()
                    .HasForeignKey(w => w.For)
                    .OnDelete(DeleteBehavior.Restrict);
            }
        );
        builder.Navigation(t => t.Waits).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class TaskNumbersMapping : IEntityTypeConfiguration<TaskNumbers>
{
    public void Configure(EntityTypeBuilder<TaskNumbers> builder)
    {
        builder.ToTable("task_numbers");
        builder.HasKey(n => n.Project);
        builder.Property(n => n.Project).ValueGeneratedNever();
        builder
            .HasOne<Project>()
            .WithOne()
            .HasForeignKey<TaskNumbers>(n => n.Project)
            .OnDelete(DeleteBehavior.Cascade);
    }
}
