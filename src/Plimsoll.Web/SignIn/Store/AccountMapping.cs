using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plimsoll.Domain.People;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.SignIn.Store;

internal sealed class AccountMapping : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable("accounts");
        builder.HasKey(a => a.Id);
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.UserName).HasMaxLength(256);
        builder.Property(a => a.NormalizedUserName).HasMaxLength(256);
        builder.Property(a => a.Email).HasMaxLength(256);
        builder.Property(a => a.NormalizedEmail).HasMaxLength(256);
        builder.Property(a => a.ConcurrencyStamp).IsConcurrencyToken().HasMaxLength(64);
        builder.Property(a => a.Language).HasMaxLength(16);
        builder.Property(a => a.Theme).HasMaxLength(8);
        builder.Property(a => a.TimeZone).HasMaxLength(64);
        builder
            .Property(a => a.LockoutEnd)
            .HasConversion(
                w => w == null ? (DateTime?)null : w.Value.UtcDateTime,
                r => r == null ? null : new DateTimeOffset(r.Value, TimeSpan.Zero)
            );
        builder.HasIndex(a => a.NormalizedUserName).IsUnique();
        builder.HasIndex(a => a.Person).IsUnique();
        builder
            .HasOne<Person>()
            .WithOne()
            .HasForeignKey<Account>(a => a.Person)
            .OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SessionMapping : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.ToTable("sessions");
        builder.HasKey(s => s.Id);
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Browser).HasMaxLength(Session.BrowserLimit);
        builder
            .HasOne<Account>()
            .WithMany()
            .HasForeignKey(s => s.Account)
            .OnDelete(DeleteBehavior.Cascade);
    }
}
