namespace Plimsoll.Web.SignIn.Store;

/// <summary>
/// A personal access token: what its owner may do, narrowed to its scopes, at the door for programs alone. The store
/// keeps its hash; the token itself is shown once.
/// </summary>
public sealed class AccessToken
{
    public const string Prefix = "plm_";
    public const int NameLimit = 80;

    /// <summary>Whatever its owner may do.</summary>
    public const string EveryScope = "*";

    public Guid Id { get; private set; }
    public Guid Account { get; private set; }
    public string Name { get; private set; } = "";
    public string Hash { get; private set; } = "";

    /// <summary>Its first characters, so that its owner can tell it from others.</summary>
    public string Start { get; private set; } = "";

    /// <summary>Scopes with spaces between.</summary>
    public string Scopes { get; private set; } = "";
    public DateTime Made { get; private set; }
    public DateTime Expires { get; private set; }
    public DateTime? Used { get; private set; }
    public DateTime? Revoked { get; private set; }

    private AccessToken() { }

    public static AccessToken Make(
        Guid account,
        string name,
        string secret,
        IEnumerable<string> scopes,
        DateTime now,
        TimeSpan lifetime
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            Account = account,
            Name = name,
            Hash = Secrets.HashOf(secret),
            Start = secret[..(Prefix.Length + 4)],
            Scopes = string.Join(' ', scopes.Order(StringComparer.Ordinal)),
            Made = now,
            Expires = now + lifetime,
        };

    public bool IsOpen(DateTime now) => Revoked is null && now < Expires;

    public void Revoke(DateTime now) => Revoked ??= now;
}
