using Plimsoll.Domain.Kernel;

namespace Plimsoll.Web.SignIn.Store;

/// <summary>What a link is for.</summary>
public enum LinkKind
{
    Invitation,
    Reset,
}

/// <summary>
/// A link that opens the way in: to a new account for seven days, to a new password for an hour; once. The store keeps
/// the hash of its secret part.
/// </summary>
public sealed class AccountLink
{
    public Guid Id { get; private set; }
    public PersonId Person { get; private set; }
    public LinkKind Kind { get; private set; }
    public string Hash { get; private set; } = "";
    public DateTime Made { get; private set; }
    public DateTime Expires { get; private set; }

    /// <summary>Used, or replaced by a newer one.</summary>
    public DateTime? Spent { get; private set; }

    /// <summary>Who made it; none when the person asked for it herself.</summary>
    public PersonId? By { get; private set; }
    public int Version { get; private set; }

    private AccountLink() { }

    public static TimeSpan Lifetime(LinkKind kind) =>
        kind is LinkKind.Invitation ? TimeSpan.FromDays(7) : TimeSpan.FromHours(1);

    public static AccountLink Make(
        PersonId person,
        LinkKind kind,
        PersonId? by,
        string secret,
        DateTime now
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            Person = person,
            Kind = kind,
            Hash = Secrets.HashOf(secret),
            Made = now,
            Expires = now + Lifetime(kind),
            By = by,
        };

    public bool IsOpen(DateTime now) => Spent is null && now < Expires;

    public void Spend(DateTime now) => Spent ??= now;
}
