using Plimsoll.Web.Platform.Mail;
using Plimsoll.Web.Platform.Settings;
using Plimsoll.Web.Platform.Text;
using Plimsoll.Web.SignIn.Store;

namespace Plimsoll.Web.SignIn;

/// <summary>The letters of this room, in the receiver's language.</summary>
public sealed class SecurityLetters(Phrasebook phrasebook, PlimsollSettings settings)
{
    /// <summary>Tells that the way into an account has changed, in case it was not she who changed it.</summary>
    internal Letter Tell(Account account, string what, DateTime now)
    {
        var t = PhrasesOf(account.Language);
        return Letter.Write(
            account.Email!,
            t[$"letter.{what}.subject"],
            t.Say(
                "letter.security.text",
                ("what", t[$"letter.{what}.text"]),
                ("link", settings.LinkTo("/me/security"))
            ),
            now
        );
    }

    /// <summary>A letter with a link that opens something.</summary>
    internal Letter Bring(
        string to,
        string? language,
        LinkKind kind,
        string path,
        (string Name, object? Value)[] words,
        DateTime now
    )
    {
        var t = PhrasesOf(language);
        var what = kind is LinkKind.Invitation ? "invitation" : "reset";
        return Letter.Write(
            to,
            t.Say($"letter.{what}.subject", words),
            t.Say($"letter.{what}.text", [.. words, ("link", settings.LinkTo(path))]),
            now
        );
    }

    private Phrases PhrasesOf(string? language) =>
        phrasebook.In(Language.Find(language) ?? Language.English);
}
