namespace Plimsoll.Web.SignIn.Api;

/// <summary>Who asks, and what this request may be used for.</summary>
/// <param name="Position">owner, director, account-manager, team-member, accountant, lawyer or client-guest.</param>
/// <param name="Language">en, ru or zh-Hans; none means the browser's.</param>
/// <param name="Theme">auto, light or dark.</param>
/// <param name="Unit">percent or hours.</param>
/// <param name="TimeZone">IANA name.</param>
/// <param name="Scopes">The scopes of the token; * is all of them.</param>
public sealed record MeWire(
    Guid Person,
    string Name,
    string Email,
    string Position,
    string? Language,
    string Theme,
    string Unit,
    string TimeZone,
    IReadOnlyCollection<string> Scopes
);

/// <summary>An invitation, or a link to a new password.</summary>
/// <param name="Path">The link without the server's address; none when it went by mail.</param>
/// <param name="MailedTo">The address it went to.</param>
public sealed record LinkWire(string? Path, string? MailedTo, DateTime Expires);
