using System.Globalization;
using System.Text;
using Plimsoll.Domain.Kernel;

namespace Plimsoll.Domain.Clients;

/// <summary>The short name of a project that its tasks are called by: <c>HA</c> in <c>HA-42</c>. No two projects have the same.</summary>
public static class ProjectCode
{
    private const string Cyrillic = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґқңғүұөәһ";

    private static readonly string[] Latin =
    [
        .. "A B V G D E E ZH Z I I K L M N O P R S T U F H C CH SH SH - Y - E YU YA I YI E G K N G U U O A H".Split(
            ' '
        ),
    ];

    /// <summary>Letters and digits, with single hyphens between them, in capitals; nothing when nothing was said.</summary>
    public static Outcome<string?> Read(string? text)
    {
        var line = Line.Optional(text, "code", Project.CodeLimit);
        if (line.Refusal is { } no)
            return no;
        if (line.Value is not { } typed)
            return (string?)null;
        return typed.Split('-').All(p => p.Length > 0 && p.All(char.IsLetterOrDigit))
            ? typed.ToUpperInvariant()
            : new IsNotUnderstood("code");
    }

    /// <summary>
    /// The code of a project that nobody gave one: the first letters of its words, or the first two of its one word, in
    /// Latin letters; with a number behind it when that is taken.
    /// </summary>
    public static string Of(string name, Func<string, bool> isTaken)
    {
        var stem = Stem(name);
        for (var n = 1; ; n++)
        {
            var code = n == 1 ? stem : string.Create(CultureInfo.InvariantCulture, $"{stem}{n}");
            if (!isTaken(code))
                return code;
        }
    }

    private static string Stem(string name)
    {
        var words = Letters(name).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var stem = words switch
        {
            [] => "P",
            [var one] => one[..Math.Min(2, one.Length)],
            _ => string.Concat(words.Take(4).Select(w => w[0])),
        };
        // A digit at the end would run into the number that tells two of a kind apart.
        return char.IsAsciiDigit(stem[^1]) ? stem + "P" : stem;
    }

    private static string Letters(string name)
    {
        var letters = new StringBuilder();
        foreach (var c in name.Normalize(NormalizationForm.FormKD))
            if (char.IsAsciiLetterOrDigit(c))
                _ = letters.Append(char.ToUpperInvariant(c));
            else if (
                Cyrillic.IndexOf(char.ToLowerInvariant(c), StringComparison.Ordinal)
                is >= 0
                    and var at
            )
                _ = letters.Append(Latin[at].Trim('-'));
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                _ = letters.Append(' ');
        return letters.ToString();
    }
}
