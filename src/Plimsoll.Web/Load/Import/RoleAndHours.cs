using System.Text.RegularExpressions;
using Plimsoll.Domain.Kernel;

namespace Plimsoll.Web.Load.Import;

/// <summary>What stands beside a person's name: "Account manager, 40 h".</summary>
internal static partial class RoleAndHours
{
    public static (string? Role, Minutes? Weekly) Read(string text)
    {
        var found = Hours().Match(text);
        if (!found.Success)
            return (Clean(text), null);
        return (Clean(text.Remove(found.Index, found.Length)), Weekly(found.Groups["n"].Value));
    }

    public static bool NamesHours(string text) => Hours().IsMatch(text);

    /// <summary>A week's hours as a column of their own gives them.</summary>
    public static Minutes? Weekly(string hours) =>
        AmountCell.Number(Digits().Match(hours).Value) is { } number and > 0 and <= 168
            ? new Minutes((int)Math.Round(number * 60, MidpointRounding.AwayFromZero))
            : null;

    private static string? Clean(string text) =>
        text.Trim().Trim(',', ';', '-', '–', '—', '(', ')', '/', '·').Trim() is { Length: > 0 } role
            ? role
            : null;

    [GeneratedRegex(
        @"\(?(?<![\p{L}\d.,])(?<n>\d{1,2}(?:[.,]\d{1,2})?)\s*(?:h(?:rs?|ours?)?|ч(?:ас(?:а|ов)?)?|小时)(?!\p{L})\.?(?:\s*(?:/|per|a|в|每)\s*(?:w(?:eek|k)?|нед(?:ел[юя])?|周)\.?)?\s*\)?",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Hours();

    [GeneratedRegex(@"\d{1,3}(?:[.,]\d{1,2})?")]
    private static partial Regex Digits();
}
