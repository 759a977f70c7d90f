using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Platform.Webhooks;

/// <summary>Why a webhook is told nothing.</summary>
public enum OffReason
{
    ByHand,

    /// <summary>Nothing has come through for days.</summary>
    Failing,

    /// <summary>The other side has answered 410: do not come again.</summary>
    Gone,
}

/// <summary>
/// An address that is told of facts by a signed POST (Standard Webhooks). It belongs to the workspace and follows the
/// facts by their growing numbers.
/// </summary>
public sealed class Webhook
{
    public const int NameLimit = 80;
    public const int AddressLimit = 500;
    public const int KindsLimit = 4000;

    /// <summary>More than this is a mistake of some program.</summary>
    public const int AtMost = 20;

    /// <summary>How long the former secret signs beside the new one.</summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromHours(24);

    /// <summary>After so long without one success it is switched off.</summary>
    public static readonly TimeSpan FailsAtMost = TimeSpan.FromDays(3);

    private Webhook() { }

    public Guid Id { get; private set; }
    public string Name { get; private set; } = "";

    /// <summary>It may hold a key of the other side, so it is never put into a fact.</summary>
    public string Address { get; private set; } = "";

    /// <summary>What it is told of, with spaces between; see <see cref="FactChoice"/>.</summary>
    public string Kinds { get; private set; } = "";

    /// <summary>Encrypted: it must sign, so a hash would not do.</summary>
    public string Secret { get; private set; } = "";
    public string? FormerSecret { get; private set; }
    public DateTime? FormerUntil { get; private set; }

    /// <summary>Facts up to this one have their deliveries, or need none.</summary>
    public long Followed { get; private set; }
    public PersonId MadeBy { get; private set; }
    public DateTime Made { get; private set; }

    /// <summary>Since when nothing has come through.</summary>
    public DateTime? FailingSince { get; private set; }
    public DateTime? Off { get; private set; }
    public OffReason? OffBecause { get; private set; }
    public int Version { get; private set; }

    public string Host => HostOf(Address);

    public static string HostOf(string address) => new Uri(address).Authority;

    /// <param name="followed">The last fact there is: it is told of what happens from now on.</param>
    public static Outcome<Webhook> Make(
        string? name,
        Uri address,
        string kinds,
        string secret,
        long followed,
        PersonId by,
        DateTime now
    )
    {
        var webhook = new Webhook
        {
            Id = Guid.CreateVersion7(),
            Secret = secret,
            Followed = followed,
            MadeBy = by,
            Made = now,
        };
        return webhook.Change(name, address, kinds) is { } no ? no : webhook;
    }

    public Refusal? Change(string? name, Uri address, string kinds)
    {
        if (Line.Required(name, "name", NameLimit).Refused(out var no, out var line))
            return no;
        (Name, Address, Kinds) = (line, address.AbsoluteUri, kinds);
        return null;
    }

    /// <summary>From now on this secret signs, and for a while the former one beside it.</summary>
    public void Renew(string secret, DateTime now)
    {
        (FormerSecret, FormerUntil) = (Secret, now + Overlap);
        Secret = secret;
    }

    /// <summary>The secrets that sign at this moment, the newest first.</summary>
    public IEnumerable<string> SecretsAt(DateTime now) =>
        FormerSecret is { } former && now < FormerUntil ? [Secret, former] : [Secret];

    public void SwitchOff(OffReason because, DateTime now)
    {
        if (Off is null)
            (Off, OffBecause) = (now, because);
    }

    /// <summary>It goes on with what happens from now; what it has missed can be sent by a replay.</summary>
    public void SwitchOn(long followed)
    {
        if (Off is not null)
            (Off, OffBecause, FailingSince, Followed) = (null, null, null, followed);
    }
}

public static class WebhookTables
{
    public static DbSet<Webhook> Webhooks(this PlimsollDb db) => db.Set<Webhook>();

    public static DbSet<Delivery> Deliveries(this PlimsollDb db) => db.Set<Delivery>();
}

internal sealed class WebhookMapping : IEntityTypeConfiguration<Webhook>
{
    public void Configure(EntityTypeBuilder<Webhook> builder)
    {
        builder.ToTable("webhooks");
        builder.HasKey(w => w.Id);
        builder.Property(w => w.Id).ValueGeneratedNever();
        builder.Property(w => w.Name).HasMaxLength(Webhook.NameLimit);
        builder.Property(w => w.Address).HasMaxLength(Webhook.AddressLimit);
        builder.Property(w => w.Kinds).HasMaxLength(Webhook.KindsLimit);
        builder.Property(w => w.Secret).HasMaxLength(1000);
        builder.Property(w => w.FormerSecret).HasMaxLength(1000);
        builder.Ignore(w => w.Host);
    }
}
