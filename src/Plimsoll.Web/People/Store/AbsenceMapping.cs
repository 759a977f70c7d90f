using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plimsoll.Domain.People;

namespace Plimsoll.Web.People.Store;

internal sealed class AbsenceMapping : IEntityTypeConfiguration<Absence>
{
    public void Configure(EntityTypeBuilder<Absence> builder)
    {
        builder.ToTable("absences");
        builder.HasKey(a => a.Id);
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Note).HasMaxLength(Absence.NoteLimit);
        builder.Property(a => a.DeclineReason).HasMaxLength(Absence.NoteLimit);
        builder.Ignore(a => a.Counts);
        builder.Ignore(a => a.IsOpen);
        builder
            .HasOne<Person>()
            .WithMany()
            .HasForeignKey(a => a.Person)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(a => new { a.Person, a.From });
        builder.HasIndex(a => a.To);
    }
}

internal sealed class HolidayCalendarMapping : IEntityTypeConfiguration<HolidayCalendar>
{
    public void Configure(EntityTypeBuilder<HolidayCalendar> builder)
    {
        builder.ToTable("holiday_calendars");
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Name).HasMaxLength(HolidayCalendar.NameLimit);
        builder.Property(c => c.Country).HasMaxLength(2);
        builder.Property(c => c.Region).HasMaxLength(HolidayCalendar.RegionLimit);
        builder.Property(c => c.Source).HasMaxLength(HolidayCalendar.SourceLimit);
        builder.OwnsMany(
            c => c.Days,
            days =>
            {
                days.ToTable("calendar_days");
                days.WithOwner().HasForeignKey("CalendarId");
                days.HasKey("CalendarId", nameof(CalendarDay.Date));
                days.Property(d => d.Date).ValueGeneratedNever();
                days.Property(d => d.Name).HasMaxLength(CalendarDay.NameLimit);
            }
        );
        builder.Navigation(c => c.Days).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}
