using System.Globalization;
using System.Text.RegularExpressions;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Sheets;
using Plimsoll.Web.Platform.Text;

namespace Plimsoll.Web.Load.Import;

/// <summary>An amount as typed; <paramref name="Unit"/> is <c>null</c> for a bare number, whose unit the whole sheet tells.</summary>
internal readonly record struct TypedAmount(decimal Value, AmountUnit? Unit)
{
    public FoundAmount In(AmountUnit sheet) =>
        (Unit ?? sheet) switch
        {
            AmountUnit.Share => new FoundAmount(Value * 100, null),
            AmountUnit.Percent => new FoundAmount(Value, null),
            AmountUnit.Hours => new FoundAmount(null, Whole(Value * 60)),
            _ => new FoundAmount(null, Whole(Value)),
        };

    /// <summary>Ten times a week is a slip of the finger, not a plan.</summary>
    public bool IsTooLarge(AmountUnit sheet) =>
        Value
        > (Unit ?? sheet) switch
        {
            AmountUnit.Share => 10,
            AmountUnit.Percent => 1_000,
            AmountUnit.Hours => 168,
            _ => 168 * 60,
        };

    private static Minutes Whole(decimal minutes) =>
        new((int)Math.Round(minutes, MidpointRounding.AwayFromZero));
}

/// <summary>What a cell under a week holds: an amount, a word for being away, a problem, or nothing.</summary>
internal readonly partial record struct AmountCell(
    TypedAmount? Amount,
    AwayKind? Away,
    string? Problem
)
{
    public bool IsBlank => Amount is null && Away is null && Problem is null;

    public static AmountCell Read(SheetCell cell)
    {
        if (cell.Number is { } number)
            return Of(number, Unit(cell.Shape), cell.Shape == NumberShape.Time ? 24 : 1);
        if (cell.Words is null)
            return cell.Date is not null ? Failed(LoadProblem.AmountNotUnderstood)
                : cell.Formula is not null ? Failed(LoadProblem.FormulaWithoutValue)
                : default;
        var words = PlainForm.Of(cell.Words);
        if (words.Trim('-', '.', '·', '•', ' ').Length == 0)
            return default;
        if (words[0] == '#')
            return Failed(LoadProblem.CellIsAnError);
        if (SheetWords.Away(words) is { } away)
            return new AmountCell(null, away, null);
        if (Clock().Match(words) is { Success: true } clock)
            return Of(Parse(clock, "h") + Parse(clock, "m") / 60, AmountUnit.Hours, 1);
        if (
            Typed().Match(words) is not { Success: true } typed
            || Number(typed.Groups["n"].Value) is not { } value
        )
            return Failed(LoadProblem.AmountNotUnderstood);
        return Of(
            value,
            typed.Groups["p"].Success ? AmountUnit.Percent
                : typed.Groups["h"].Success ? AmountUnit.Hours
                : typed.Groups["m"].Success ? AmountUnit.Minutes
                : null,
            1
        );
    }

    /// <summary>Digits with either decimal sign; the other one, and spaces, part thousands.</summary>
    public static decimal? Number(string text)
    {
        var bare = text.Replace(" ", "", StringComparison.Ordinal);
        var at = bare.LastIndexOfAny([',', '.']);
        var whole = (at < 0 ? bare : bare[..at])
            .Replace(",", "", StringComparison.Ordinal)
            .Replace(".", "", StringComparison.Ordinal);
        return decimal.TryParse(
            at < 0 ? whole : $"{whole}.{bare[(at + 1)..]}",
            NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : null;
    }

    private static AmountCell Of(decimal value, AmountUnit? unit, decimal times) =>
        value < 0 ? Failed(LoadProblem.AmountIsNegative)
        : value == 0 ? default
        : new AmountCell(new TypedAmount(value * times, unit), null, null);

    private static AmountCell Failed(string code) => new(null, null, code);

    private static AmountUnit? Unit(NumberShape shape) =>
        shape switch
        {
            NumberShape.Percent => AmountUnit.Share,
            NumberShape.Time => AmountUnit.Hours,
            _ => null,
        };

    private static decimal Parse(Match match, string group) =>
        decimal.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<h>\d{1,3}):(?<m>[0-5]\d)$")]
    private static partial Regex Clock();

    [GeneratedRegex(
        @"^(?<n>[+-]?\d[\d., ]{0,15}) ?(?:(?<p>%)|(?<h>h(?:rs?|ours?)?|ч(?:ас(?:а|ов)?)?|小时|工时)|(?<m>m(?:ins?|inutes?)?|мин(?:ут)?|分钟?))?\.?$"
    )]
    private static partial Regex Typed();
}
