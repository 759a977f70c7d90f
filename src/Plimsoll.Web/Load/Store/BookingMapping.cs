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
        builder.HasIndex(b => b.Week);
        builder.HasIndex(b => b.HoldUntil);
    }
}
