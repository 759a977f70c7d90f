using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plimsoll.Domain.People;

namespace Plimsoll.Web.People.Store;

internal sealed class WorkspaceMapping : IEntityTypeConfiguration<Workspace>
{
    public void Configure(EntityTypeBuilder<Workspace> builder)
    {
        builder.ToTable("workspace");
        builder.HasKey(w => w.Id);
        builder.Property(w => w.Id).ValueGeneratedNever();
        builder.Property(w => w.Name).HasMaxLength(Workspace.NameLimit);
        builder.Property(w => w.TimeZone).HasMaxLength(Workspace.ZoneLimit);
        builder
            .HasOne<HolidayCalendar>()
            .WithMany()
            .HasForeignKey(w => w.Calendar)
            .OnDelete(DeleteBehavior.SetNull);
    }
}
