using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plimsoll.Domain.Clients;
using Plimsoll.Domain.Load;
using Plimsoll.Domain.People;

namespace Plimsoll.Web.Load.Store;

internal sealed class BookingMapping : IEntityTypeConfiguration<Booking>
{
    public void Configure(EntityTypeBuilder<Booking> builder)
    {
        builder.ToTable("bookings");
        builder.HasKey(b => b.Id);
        builder.Property(b => b.Id).ValueGeneratedNever();
        builder.Property(b => b.OverReason).HasMaxLength(Booking.ReasonLimit);
        builder.Ignore(b => b.IsTentative);
        builder
            .HasOne<Person>()
            .WithMany()
            .HasForeignKey(b => b.Person)
            .OnDelete(DeleteBehavior.Restrict);
        builder
            .HasOne<Project>()
            .WithMany()
            .HasForeignKey(b => b.Project)
            .OnDelete(DeleteBehavior.Restrict);
        builder
            .HasOne<Person>()
            .WithMany()
            .HasForeignKey(b => b.Owner)
            .OnDelete(DeleteBehavior.Restrict);
        builder
            .HasIndex(b => new
            {
                b.Person,
                b.Project,
                b.Week,
                b.Certainty,
            })
            .IsUnique();
        // The board reads its weeks from this index alone, however many years lie before them.
        builder.HasIndex(b => new
        {
            b.Week,
            b.Person,
            b.Project,
            b.Certainty,
            b.Planned,
        });
        // And the internal part of them from this one.
        builder.HasIndex(b => new
        {
            b.Project,
            b.Week,
            b.Person,
            b.Certainty,
            b.Planned,
        });
        builder.HasIndex(b => b.HoldUntil).HasFilter("hold_until IS NOT NULL");
        builder
            .HasIndex(b => new
            {
                b.Week,
                b.Person,
                b.OverReason,
            })
            .HasFilter("over_reason IS NOT NULL");
    }
}
