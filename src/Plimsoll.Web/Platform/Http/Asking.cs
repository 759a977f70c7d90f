using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Text;

namespace Plimsoll.Web.Platform.Http;

/// <summary>
/// Who asks in this request and how she likes to read. Filled once, at the door, by SignIn; handed on as arguments.
/// </summary>
public sealed class Asking(Phrasebook phrasebook)
{
    private static readonly string[] EveryScope = ["*"];

    /// <summary>Nobody is signed in when this is <c>null</c>.</summary>
    public Actor? Who { get; private set; }

    /// <summary>The actor of a page or route that only signed-in people reach.</summary>
    public Actor Actor => Who ?? throw new InvalidOperationException("Nobody is signed in here.");

    public string Name { get; private set; } = "";

    public Guid Account { get; private set; }

    public Guid? Session { get; private set; }

    /// <summary>What a token may be used for; a person at a page may use all that she may do.</summary>
    public IReadOnlyCollection<string> Scopes { get; private set; } = EveryScope;

    public Phrases Phrases { get; private set; } = phrasebook.In(Language.English);

    /// <summary>The form of this request is not hers, or no more: it is shown again and nothing of it is done.</summary>
    public bool FormIsLate { get; set; }

    /// <summary><c>auto</c>, <c>light</c> or <c>dark</c>.</summary>
    public string Theme { get; private set; } = "auto";

    /// <summary>Whether she reads the plan in hours rather than percent.</summary>
    public bool InHours { get; private set; }

    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    public void Speak(Language language) => Phrases = phrasebook.In(language);

    public void SignedIn(
        Actor actor,
        string name,
        Guid account,
        Guid? session,
        IReadOnlyCollection<string>? scopes = null
    )
    {
        Who = actor;
        Name = name;
        Account = account;
        Session = session;
        Scopes = scopes ?? EveryScope;
    }

    public void Prefers(string theme, bool inHours, TimeZoneInfo zone)
    {
        Theme = theme;
        InHours = inHours;
        Zone = zone;
    }

    public bool MayUse(string scope) => Scopes.Contains("*") || Scopes.Contains(scope);
}
