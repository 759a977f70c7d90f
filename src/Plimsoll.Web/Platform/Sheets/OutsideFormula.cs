using System.Text.RegularExpressions;

namespace Plimsoll.Web.Platform.Sheets;

/// <summary>
/// Knows a formula that asks something outside its own workbook: another file, an address, another program (DDE).
/// Nothing here is ever calculated, but whoever opens the file next might.
/// </summary>
internal static partial class OutsideFormula
{
    /// <summary>No spreadsheet program takes a longer formula.</summary>
    private const int Longest = 8_192;

    public static bool Is(string formula)
    {
        var bare = Quoted()
            .Replace(formula.Length > Longest ? formula[..Longest] : formula, "\"\"");
        return (bare.Contains('|', StringComparison.Ordinal) && Dde().IsMatch(bare))
            || (bare.Contains('[', StringComparison.Ordinal) && OtherBook().IsMatch(bare))
            || Address().IsMatch(bare)
            || (bare.Contains('(', StringComparison.Ordinal) && Asking().IsMatch(bare));
    }

    /// <summary>In a text file, what a spreadsheet program would take for a formula.</summary>
    public static bool IsTyped(string text)
    {
        var typed = text.TrimStart();
        if (typed.Length < 2)
            return false;
        if (typed[0] == '=')
            return Is(typed);
        if (typed[0] is not ('+' or '-' or '@'))
            return false;
        // A dash may begin a sentence as well, so here only what follows it at once counts.
        var first = typed.TrimStart('+', '-', '@', '=');
        return TypedDde().IsMatch(first) || Asking().Match(first) is { Success: true, Index: 0 };
    }

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Quoted();

    // cmd|'/c calc'!A0
    [GeneratedRegex(@"[\w']\|[^!|]{0,400}!")]
    private static partial Regex Dde();

    [GeneratedRegex(@"^['\w][^\s|]{0,100}\|[^!|]{0,400}!")]
    private static partial Regex TypedDde();

    // [1]Sheet!A1, '[Book.xlsx]Sheet'!A1, 'C:\folder\[Book.xlsx]Sheet'!A1
    [GeneratedRegex(
        @"\[\d+\]|\[[^\[\]]{1,250}\.(?:xl\w{1,3}|csv|ods|txt|mdb|db)\]",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex OtherBook();

    // 'file:///etc/passwd'#$Sheet.A1, 'https://host/book'!A1, '\\host\share\book'!A1
    [GeneratedRegex(
        @"'(?:file|https?|ftps?|smb):|'\\\\|(?:file|https?|ftps?)://",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Address();

    [GeneratedRegex(
        @"(?<![\w.])(?:_xlfn\.|_xlws\.|_xll\.)*(?:WEBSERVICE|RTD|DDE|CALL|REGISTER(?:\.ID)?|EXEC|SQL\.REQUEST|IMAGE|IMPORTXML|IMPORTDATA|IMPORTHTML|IMPORTFEED|IMPORTRANGE|STOCKHISTORY|ВЕБСЛУЖБА|ДРВ)\(",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Asking();
}
