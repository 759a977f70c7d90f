using System.Globalization;
using System.Text;
using System.Text.Json;
using Plimsoll.Domain.Kernel;

namespace Plimsoll.Web.Platform.Text;

/// <summary>
/// Every visible word, in one language. A phrase is a text with <c>{placeholders}</c>, or a set of plural forms
/// (<c>one, few, many, other</c>, CLDR) chosen by the number named <c>n</c>.
/// </summary>
public sealed class Phrases
{
    private readonly Dictionary<string, Dictionary<string, string>> _phrases;

    internal Phrases(Language language, Dictionary<string, Dictionary<string, string>> phrases)
    {
        Language = language;
        _phrases = phrases;
    }

    public Language Language { get; }

    public CultureInfo Culture => Language.Culture;

    public IReadOnlyCollection<string> Keys => _phrases.Keys;

    public bool Has(string key) => _phrases.ContainsKey(key);

    public string this[string key] => Say(key);

    public string Say(string key, params ReadOnlySpan<(string Name, object? Value)> words)
    {
        if (!_phrases.TryGetValue(key, out var forms))
            return key;
        var text = Form(forms, words);
        return text.Contains('{', StringComparison.Ordinal) ? Fill(text, words) : text;
    }

    /// <summary>The sentence of a refusal, for the person.</summary>
    public string Say(Refusal refusal) =>
        Say(
            "refused." + refusal.Code,
            refusal.Words.Select(w => (w.Key, (object?)w.Value)).ToArray()
        );

    /// <summary>The forms of a phrase as written, for the tests that compare languages.</summary>
    public IReadOnlyDictionary<string, string> Forms(string key) => _phrases[key];

    public string Number(long value) => value.ToString("N0", Culture);

    /// <summary>A short date, with the year: <c>23 Nov 2026</c>.</summary>
    public string Date(DateOnly day) =>
        day.ToString(Language == Language.Chinese ? "yyyy年M月d日" : "d MMM yyyy", Culture);

    /// <summary>A day of a near week: <c>23 Nov</c>.</summary>
    public string Day(DateOnly day) =>
        day.ToString(Language == Language.Chinese ? "M月d日" : "d MMM", Culture);

    public string Moment(DateTime utc, TimeZoneInfo zone)
    {
        var there = TimeZoneInfo.ConvertTimeFromUtc(utc, zone);
        return Date(DateOnly.FromDateTime(there)) + there.ToString(", HH:mm", Culture);
    }

    /// <summary>Hours with at most one decimal: <c>37.5</c>. Without a unit; the texts name it.</summary>
    public string Hours(Minutes minutes) => Hours(minutes.Value);

    public string Hours(int minutes) => (minutes / 60m).ToString("0.#", Culture);

    private string Form(
        Dictionary<string, string> forms,
        ReadOnlySpan<(string Name, object? Value)> words
    )
    {
        if (forms.Count == 1)
            return forms["other"];
        foreach (var (name, value) in words)
            if (name == "n" && value is IConvertible number)
                return forms.GetValueOrDefault(
                    Plurals.Category(Language, number.ToDecimal(CultureInfo.InvariantCulture)),
                    forms["other"]
                );
        return forms["other"];
    }

    private string Fill(string text, ReadOnlySpan<(string Name, object? Value)> words)
    {
        var filled = new StringBuilder(text.Length + 32);
        for (var at = 0; at < text.Length; )
        {
            var open = text.IndexOf('{', at);
            var close = open < 0 ? -1 : text.IndexOf('}', open);
            if (close < 0)
            {
                filled.Append(text, at, text.Length - at);
                break;
            }
            filled
                .Append(text, at, open - at)
                .Append(Word(text.AsSpan(open + 1, close - open - 1), words));
            at = close + 1;
        }
        return filled.ToString();
    }

    private string Word(ReadOnlySpan<char> name, ReadOnlySpan<(string Name, object? Value)> words)
    {
        foreach (var (known, value) in words)
            if (name.SequenceEqual(known))
                return value switch
                {
                    null => "",
                    int i => Number(i),
                    long l => Number(l),
                    DateOnly d => Date(d),
                    Minutes m => Hours(m),
                    IFormattable f => f.ToString(null, Culture),
                    _ => value.ToString() ?? "",
                };
        return "{" + name.ToString() + "}";
    }
}

/// <summary>Which plural form a number takes (CLDR rules for the languages Plimsoll speaks).</summary>
internal static class Plurals
{
    public static string Category(Language language, decimal n)
    {
        if (language == Language.Chinese)
            return "other";
        if (language == Language.English)
            return n == 1 ? "one" : "other";
        if (n != decimal.Truncate(n))
            return "other";
        var (ones, tens) = (Math.Abs(n) % 10, Math.Abs(n) % 100);
        if (ones == 1 && tens != 11)
            return "one";
        return ones is >= 2 and <= 4 && tens is < 12 or > 14 && ones is >= 2 and <= 4
            ? "few"
            : "many";
    }
}

/// <summary>The texts of all rooms in all languages, read once from the program itself.</summary>
public sealed class Phrasebook
{
    private readonly Dictionary<Language, Phrases> _languages = [];

    public Phrasebook()
    {
        var assembly = typeof(Phrasebook).Assembly;
        foreach (var language in Language.All)
        {
            var phrases = new Dictionary<string, Dictionary<string, string>>(
                StringComparer.Ordinal
            );
            foreach (var resource in assembly.GetManifestResourceNames())
                if (
                    resource.StartsWith("texts/", StringComparison.Ordinal)
                    && resource.EndsWith($"/{language.Code}.json", StringComparison.Ordinal)
                )
                    Read(assembly.GetManifestResourceStream(resource)!, phrases);
            _languages[language] = new Phrases(language, phrases);
        }
    }

    public Phrases In(Language language) => _languages[language];

    private static void Read(Stream stream, Dictionary<string, Dictionary<string, string>> phrases)
    {
        using var document = JsonDocument.Parse(
            stream,
            new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip }
        );
        foreach (var phrase in document.RootElement.EnumerateObject())
        {
            var forms =
                phrase.Value.ValueKind == JsonValueKind.String
                    ? new Dictionary<string, string> { ["other"] = phrase.Value.GetString()! }
                    : phrase
                        .Value.EnumerateObject()
                        .ToDictionary(f => f.Name, f => f.Value.GetString()!);
            if (!phrases.TryAdd(phrase.Name, forms))
                throw new InvalidOperationException($"The text {phrase.Name} stands in two rooms.");
        }
    }
}
