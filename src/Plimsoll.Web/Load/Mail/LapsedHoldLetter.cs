using System.Text;
using Plimsoll.Web.Load.Queries;
using Plimsoll.Web.Platform.Mail;
using Plimsoll.Web.Platform.Settings;

namespace Plimsoll.Web.Load.Mail;

/// <summary>The letter to the owner of a hold that has lapsed, in her language.</summary>
public sealed class LapsedHoldLetter(PlimsollSettings settings)
{
    public Letter Write(Receiver to, LapsedHoldTold hold, DateTime now)
    {
        var t = to.Phrases;
        var (words, text) = (hold.Sentence, new StringBuilder());
        var (person, project) = (
            words.Person ?? t["notice.somebody"],
            words.Project ?? t["notice.other-work"]
        );
        text.AppendLine(
            t.Say(
                "notice.load.hold-lapsed",
                ("person", person),
                ("project", project),
                ("hours", t.Hours(words.Minutes)),
                ("monday", words.Monday),
                ("until", words.Until)
            )
        );
        if (hold.Uses.Count > 0)
            text.AppendLine().AppendLine(t["notice.load.hold-lapsed.uses"]);
        foreach (var use in hold.Uses)
            text.Append("- ")
                .AppendLine(
                    use.Who is null
                        ? use.Project
                        : t.Say(
                            "notice.load.hold-lapsed.use",
                            ("who", use.Who),
                            ("project", use.Project),
                            ("hours", t.Hours(use.Minutes ?? 0))
                        )
                );
        if (settings.Address is { } address)
            text.AppendLine().AppendLine(address.TrimEnd('/') + hold.Link);
        var subject = t.Say(
            "notice.load.hold-lapsed.subject",
            ("person", person),
            ("project", project)
        );
        return Letter.Write(to.Address, subject, text.ToString(), now);
    }
}
