using System.Text.RegularExpressions;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Text;

namespace Plimsoll.Web.Tests.Architecture;

/// <summary>Every visible word exists in every language.</summary>
public sealed partial class TextTests
{
    private static readonly Phrasebook Book = new();

    public static TheoryData<string> Languages() => [.. Language.All.Select(l => l.Code)];

    [Theory, MemberData(nameof(Languages))]
    public void A_language_has_the_same_texts_as_the_others(string code)
    {
        var english = Book.In(Language.English).Keys;
        var other = Book.In(Language.Find(code)!).Keys;
        english.Count.ShouldBeGreaterThan(30);
        other.Except(english).ShouldBeEmpty();
        english.Except(other).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Languages))]
    public void A_text_names_the_same_words_in_each_language(string code)
    {
        var english = Book.In(Language.English);
        var other = Book.In(Language.Find(code)!);
        english
            .Keys.Where(k => other.Has(k) && !Words(english, k).SetEquals(Words(other, k)))
            .ShouldBeEmpty();
    }

    [Fact]
    public void Russian_plurals_have_their_three_forms()
    {
        var russian = Book.In(Language.Russian);
        russian
            .Keys.Where(k => russian.Forms(k).Count > 1)
            .Where(k => !new[] { "one", "few", "many", "other" }.All(russian.Forms(k).ContainsKey))
            .ShouldBeEmpty();
    }

    [Fact]
    public void Every_refusal_has_its_sentence()
    {
        var english = Book.In(Language.English);
        var codes = House
            .Files.SelectMany(f => RefusalCode().Matches(f.Text).Select(m => m.Groups[1].Value))
            .Distinct()
            .ToList();
        codes.Count.ShouldBeGreaterThan(20);
        codes.Where(c => !english.Has("refused." + c)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_fact_has_its_sentence()
    {
        var english = Book.In(Language.English);
        var kinds = House
            .Files.SelectMany(f => FactKind().Matches(f.Text).Select(m => m.Groups[1].Value))
            .Distinct()
            .ToList();
        kinds.ShouldNotBeEmpty();
        kinds.Where(k => !english.Has("fact." + k)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_text_that_a_page_names_exists()
    {
        var english = Book.In(Language.English);
        var named = House
            .Files.Where(f => f.Floor == "Web")
            .SelectMany(f =>
                TextKey().Matches(f.Text).Select(m => (f.Path, Key: m.Groups[1].Value))
            )
            .ToList();
        named.Count.ShouldBeGreaterThan(20);
        // A key that ends in a dot is completed by a word of the product: a kind, a state.
        named
            .Where(n =>
                n.Key.EndsWith('.')
                    ? !english.Keys.Any(k => k.StartsWith(n.Key, StringComparison.Ordinal))
                    : !english.Has(n.Key)
            )
            .Select(n => $"{n.Path}: {n.Key}")
            .ShouldBeEmpty();
    }

    private static HashSet<string> Words(Phrases phrases, string key) =>
        [
            .. phrases
                .Forms(key)
                .Values.SelectMany(t => Placeholder().Matches(t).Select(m => m.Value))
                .Where(w => w != "{n}"),
        ];

    [GeneratedRegex(@"Refusal\(""([a-z][a-z0-9-]+)""\)")]
    private static partial Regex RefusalCode();

    [GeneratedRegex(@"Record\(\s*""([a-z.-]+)""")]
    private static partial Regex FactKind();

    [GeneratedRegex(@"(?:\bT|phrases|Phrases)(?:\[|\.Say\(\s*)""([a-z0-9.-]*[a-z0-9])""")]
    private static partial Regex TextKey();

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Placeholder();
}
