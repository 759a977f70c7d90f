namespace Plimsoll.Web.SignIn.Store;

/// <summary>A time-based code (RFC 6238) asked for after the password. Counts once <see cref="Since"/> is set.</summary>
public sealed class SecondFactor
{
    /// <summary>One for an account.</summary>
    public Guid Account { get; init; }

    /// <summary>The shared secret, protected by the keys of the data protection.</summary>
    public string Secret { get; init; } = "";

    /// <summary>Since when it is asked for; none while the first code has not been shown.</summary>
    public DateTime? Since { get; set; }

    /// <summary>The time step of the last code taken: a code that somebody has read over a shoulder is of no use.</summary>
    public long LastStep { get; set; }
}

/// <summary>Opens the account once when the phone is lost.</summary>
public sealed class RecoveryCode
{
    public Guid Account { get; init; }
    public string Hash { get; init; } = "";
    public DateTime? Used { get; set; }
}
