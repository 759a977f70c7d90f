using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plimsoll.Domain.Clients;
using Plimsoll.Domain.People;
using Plimsoll.Domain.Tasks;

namespace Plimsoll.Web.Tasks.Store;

internal sealed class CommentMapping : IEntityTypeConfiguration<TaskComment>
{
    public void Configure(EntityTypeBuilder<TaskComment> builder)
    {
        builder.ToTable("task_comments");
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Text).HasMaxLength(TaskComment.TextLimit);
        builder.Ignore(c => c.IsInternal);
        builder
            .HasOne<ProjectTask>()
            .WithMany()
            .HasForeignKey(c => c.Task)
            .OnDelete(DeleteBehavior.Cascade);
        builder
            .HasOne<Client>()
            .WithMany()
            .HasForeignKey(c => c.Client)
            .OnDelete(DeleteBehavior.Restrict);
        foreach (var person in new[] { nameof(TaskComment.By), nameof(TaskComment.DeletedBy) })
            builder
                .HasOne<Person>()
                .WithMany()
                .HasForeignKey(person)
                .OnDelete(DeleteBehavior.Restrict);
        // The talk about a task is read from one index, in its order.
        builder.HasIndex(c => new { c.Task, c.At });
        builder.OwnsMany(
            c => c.Earlier,
            versions =>
            {
                versions.ToTable("task_comment_versions");
                versions.WithOwner().HasForeignKey("CommentId");
                versions.HasKey("CommentId", nameof(CommentVersion.Number));
                versions.Property(v => v.Number).ValueGeneratedNever();
                versions.Property(v => v.Text).HasMaxLength(TaskComment.TextLimit);
            }
        );
        builder.Navigation(c => c.Earlier).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class ReactionMapping : IEntityTypeConfiguration<CommentReaction>
{
    public void Configure(EntityTypeBuilder<CommentReaction> builder)
    {
        builder.ToTable("task_comment_reactions");
        builder.HasKey(r => new
        {
            r.Comment,
            r.Person,
            r.Kind,
        });
        builder
            .HasOne<TaskComment>()
            .WithMany()
            .HasForeignKey(r => r.Comment)
            .OnDelete(DeleteBehavior.Cascade);
        builder
            .HasOne<Person>()
            .WithMany()
            .HasForeignKey(r => r.Person)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
