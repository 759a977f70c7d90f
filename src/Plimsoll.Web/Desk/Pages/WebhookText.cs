using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Text;
using Plimsoll.Web.Platform.Webhooks;

namespace Plimsoll.Web.Desk.Pages;

/// <summary>The words for what a webhook is told of, and for what came of a delivery.</summary>
internal static class WebhookText
{
    public static string Room(string room, Phrases phrases) =>
        phrases.Has("desk.room." + room) ? phrases["desk.room." + room] : room;

    public static string Choice(string choice, Phrases phrases) =>
        choice == FactChoice.All ? phrases["webhooks.everything"]
        : choice.EndsWith(".*", StringComparison.Ordinal) ? Room(KnownFacts.RoomOf(choice), phrases)
        : choice;

    public static string Kind(string kind, Phrases phrases) =>
        phrases.Has("fact." + kind) ? phrases["fact." + kind] : phrases["webhooks.test.kind"];

    /// <summary>What came of the last try: the status that was answered, or what kept it from being answered.</summary>
    public static string? Outcome(DeliveryLog.Row delivery, Phrases phrases) =>
        delivery switch
        {
            { Trouble: DeliveryTrouble.Refused, Status: { } status } => phrases.Say(
                "webhooks.trouble.refused",
                ("status", status.ToString(phrases.Culture))
            ),
            { Trouble: { } trouble } => phrases["webhooks.trouble." + Kebab.Of(trouble)],
            _ => null,
        };
}
