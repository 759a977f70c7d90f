using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plimsoll.Domain.Kernel;

namespace Plimsoll.Web.SignIn.Store;

/// <summary>
/// A secret address at which a calendar program reads its owner's days, without signing in. One for each program, so that
/// one can be taken back alone; the store keeps the hash, the address is shown once.
/// </summary>
public sealed class CalendarFeed
{
    public const int NameLimit = 80;

    /// <summary>More than this is a mistake.</summary>
    public const int AtMost = 10;

    public Guid Id { get; private set; }
    public Guid Account { get; private set; }
    public string Name { get; private set; } = "";
    public string Hash { get; private set; } = "";
    public DateTime Made { get; private set; }
    public DateTime? Revoked { get; private set; }

    /// <summary>When a program last asked, to five minutes.</summary>
    public DateTime? Used { get; private set; }

    /// <summary>What was last read there, by its hash, and since when it has been so: this is when it was modified.</summary>
    public string? Content { get; private set; }
    public DateTime? ContentSince { get; private set; }

    private CalendarFeed() { }

    public static Outcome<CalendarFeed> Make(
        Guid account,
        string? name,
        string secret,
        DateTime now
    ) =>
        Line.Required(name, "name", NameLimit).Refused(out var no, out var line)
            ? no
            : new CalendarFeed
            {
                Id = Guid.CreateVersion7(),
                Account = account,
                Name = line,
                Hash = Secrets.HashOf(secret),
                Made = now,
            };

    /// <summary>Another address for the same program; the one before leads nowhere from now on.</summary>
    public void Renew(string secret, DateTime now) =>
        (Hash, Made, Used, Content, ContentSince) = (Secrets.HashOf(secret), now, null, null, null);

    public void Revoke(DateTime now) => Revoked ??= now;
}

internal sealed class CalendarFeedMapping : IEntityTypeConfiguration<CalendarFeed>
{
    public void Configure(EntityTypeBuilder<CalendarFeed> builder)
    {
        builder.ToTable("calendar_feeds");
        builder.HasKey(f => f.Id);
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Property(f => f.Name).HasMaxLength(CalendarFeed.NameLimit);
        builder.Property(f => f.Hash).HasMaxLength(64);
        builder.Property(f => f.Content).HasMaxLength(64);
        builder.HasIndex(f => f.Hash).IsUnique();
        builder
            .HasOne<Account>()
            .WithMany()
            .HasForeignKey(f => f.Account)
            .OnDelete(DeleteBehavior.Cascade);
    }
}
