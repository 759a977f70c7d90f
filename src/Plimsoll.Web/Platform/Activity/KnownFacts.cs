using Plimsoll.Web.Platform.Text;

namespace Plimsoll.Web.Platform.Activity;

/// <summary>Every kind of fact there is: those that have a sentence, and each has one.</summary>
public sealed class KnownFacts(Phrasebook phrasebook)
{
    private const string Sentence = "fact.";

    public IReadOnlyList<string> Kinds { get; } =
    [
        .. phrasebook
            .In(Language.English)
            .Keys.Where(k => k.StartsWith(Sentence, StringComparison.Ordinal))
            .Select(k => k[Sentence.Length..])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The rooms that tell facts, each with its kinds.</summary>
    public IEnumerable<IGrouping<string, string>> ByRoom => Kinds.GroupBy(RoomOf);

    public static string RoomOf(string kind) => kind.Split('.')[0];
}
