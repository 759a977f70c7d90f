using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Activity;

namespace Plimsoll.Web.Platform.Webhooks;

/// <summary>
/// Which facts are wanted: <c>*</c> for all, <c>people.*</c> for those of a room, <c>people.absence-approved</c> for one
/// kind. A room that is wanted as a whole brings kinds that are added to it later.
/// </summary>
public static class FactChoice
{
    public const string All = "*";

    /// <summary>As it is kept: in order, without what another choice covers.</summary>
    public static Outcome<string> Read(IReadOnlyCollection<string>? chosen, KnownFacts known)
    {
        if (chosen is null || chosen.Count == 0)
            return new IsMissing("kinds");
        if (!chosen.All(c => IsKnown(c, known)))
            return new IsNotUnderstood("kinds");
        var kept = chosen
            .Distinct()
            .Where(c => !chosen.Any(o => o != c && Covers(o, c)))
            .Order(StringComparer.Ordinal);
        var line = string.Join(' ', kept);
        return line.Length > Webhook.KindsLimit ? new IsTooLong("kinds", Webhook.KindsLimit) : line;
    }

    public static bool Wants(string kinds, string kind) =>
        kinds.Split(' ').Any(c => c == kind || Covers(c, kind));

    private static bool Covers(string choice, string other) =>
        choice == All
        || choice.EndsWith(".*", StringComparison.Ordinal)
            && other.StartsWith(choice[..^1], StringComparison.Ordinal);

    private static bool IsKnown(string choice, KnownFacts known) =>
        choice == All
        || known.Kinds.Contains(choice)
        || choice.EndsWith(".*", StringComparison.Ordinal)
            && known.Kinds.Any(k => KnownFacts.RoomOf(k) == choice[..^2]);
}
