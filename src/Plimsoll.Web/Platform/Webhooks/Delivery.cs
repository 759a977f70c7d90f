using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Plimsoll.Web.Platform.Webhooks;

/// <summary>What went wrong with a try, where there is more to say than the status that was answered.</summary>
public enum DeliveryTrouble
{
    NoSuchHost,

    /// <summary>The name leads into a private network, and the settings do not allow that.</summary>
    PrivateAddress,
    NotReached,
    NotTrusted,
    TookTooLong,

    /// <summary>The other side sends elsewhere; nobody knows whose place that is.</summary>
    Redirected,

    /// <summary>The other side took it, and said no.</summary>
    Refused,

    /// <summary>The webhook was switched off before its turn came.</summary>
    SwitchedOff,
}

/// <summary>One fact on its way to one webhook, or a test. Written before it is sent; what came of the last try stands in it.</summary>
public sealed class Delivery
{
    public const int MostTries = 10;
    public const int ExcerptLimit = 1000;

    /// <summary>While one node holds a delivery no other takes it; a node that died lets go of it after this.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(6);

    private Delivery() { }

    public long Id { get; private set; }
    public Guid Webhook { get; private set; }

    /// <summary>None for a test.</summary>
    public long? Fact { get; private set; }
    public string Kind { get; private set; } = "";

    /// <summary>The <c>webhook-id</c>: the same at every try and every replay, so that the other side can tell.</summary>
    public string Message { get; private set; } = "";

    /// <summary>The body as it is signed and sent.</summary>
    public string Payload { get; private set; } = "";
    public DateTime Created { get; private set; }

    /// <summary>When it may be taken (again); none once it is delivered or parked.</summary>
    public DateTime? NextTry { get; private set; }
    public int Tries { get; private set; }
    public DateTime? Tried { get; private set; }
    public DateTime? Delivered { get; private set; }

    /// <summary>Since when it waits for somebody to replay it.</summary>
    public DateTime? Parked { get; private set; }
    public int? Status { get; private set; }
    public DeliveryTrouble? Trouble { get; private set; }

    /// <summary>The beginning of what was answered.</summary>
    public string? Excerpt { get; private set; }
    public int? Milliseconds { get; private set; }
    public int Version { get; private set; }

    public bool IsTest => Fact is null;

    public static Delivery Of(Guid webhook, long fact, string kind, string payload, DateTime now) =>
        new()
        {
            Webhook = webhook,
            Fact = fact,
            Kind = kind,
            Message = FormattableString.Invariant($"msg_{webhook:N}-{fact}"),
            Payload = payload,
            Created = now,
            NextTry = now,
        };

    /// <summary>A test is taken from the first moment by whoever asked for it, and is tried once.</summary>
    public static Delivery Test(Guid webhook, string kind, string payload, DateTime now) =>
        new()
        {
            Webhook = webhook,
            Kind = kind,
            Message = $"msg_{Guid.CreateVersion7():N}",
            Payload = payload,
            Created = now,
            NextTry = now + Lease,
            Tries = 1,
        };

    internal void WasDelivered(CallResult result, DateTime now)
    {
        Note(result, now);
        (Delivered, NextTry) = (now, null);
    }

    /// <summary>
    /// Waits 15 s, 1 min, 4 min ... six hours for the next try, each about: tries of many deliveries must not fall
    /// together. Parked after about a day, when the tries are used up.
    /// </summary>
    /// <param name="jitter">From 0 to 1, by chance.</param>
    internal void Failed(CallResult result, double jitter, DateTime now)
    {
        Note(result, now);
        if (IsTest || Tries >= MostTries)
            (Parked, NextTry) = (now, null);
        else
            NextTry = now + Wait(Tries, jitter, result.RetryAfter);
    }

    internal static TimeSpan Wait(int tries, double jitter, TimeSpan? asked = null)
    {
        var usual = FirstWait * Math.Pow(4, tries - 1);
        var wait = (usual < LongestWait ? usual : LongestWait) * (0.8 + 0.4 * jitter);
        return asked > wait ? (asked.Value < LongestWait ? asked.Value : LongestWait) : wait;
    }

    internal void Park(DeliveryTrouble because, DateTime now) =>
        (Parked, NextTry, Trouble) = (now, null, because);

    /// <summary>It starts over, under the same message id. One that waits is on its way already.</summary>
    internal bool Replay(DateTime now)
    {
        if (NextTry is not null || IsTest)
            return false;
        (Delivered, Parked, NextTry, Tries) = (null, null, now, 0);
        return true;
    }

    private void Note(CallResult result, DateTime now) =>
        (Tried, Status, Trouble, Excerpt, Milliseconds) = (
            now,
            result.Status,
            result.Trouble,
            result.Excerpt,
            result.Milliseconds
        );
}

internal sealed class DeliveryMapping : IEntityTypeConfiguration<Delivery>
{
    public void Configure(EntityTypeBuilder<Delivery> builder)
    {
        builder.ToTable("webhook_deliveries");
        builder.HasKey(d => d.Id);
        builder.Property(d => d.Kind).HasMaxLength(80);
        builder.Property(d => d.Message).HasMaxLength(80);
        builder.Property(d => d.Excerpt).HasMaxLength(Delivery.ExcerptLimit);
        builder.Ignore(d => d.IsTest);
        builder
            .HasOne<Webhook>()
            .WithMany()
            .HasForeignKey(d => d.Webhook)
            .OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(d => new { d.Webhook, d.Fact }).IsUnique();
        builder.HasIndex(d => new { d.Webhook, d.Id });
        builder.HasIndex(d => d.NextTry);
    }
}
