namespace Plimsoll.Web.Load.Import;

/// <summary>Names of months as headings shorten them, in English, Russian and German.</summary>
internal static class MonthNames
{
    private static readonly string[][] Names =
    [
        ["january", "январь", "января", "januar", "jänner"],
        ["february", "февраль", "февраля", "februar"],
        ["march", "март", "марта", "märz"],
        ["april", "апрель", "апреля"],
        ["may", "май", "мая", "mai"],
        ["june", "июнь", "июня", "juni"],
        ["july", "июль", "июля", "juli"],
        ["august", "август", "августа"],
        ["september", "сентябрь", "сентября"],
        ["october", "октябрь", "октября", "oktober"],
        ["november", "ноябрь", "ноября"],
        ["december", "декабрь", "декабря", "dezember"],
    ];

    /// <summary>The month whose name begins so; three letters at least, and nothing that only looks like it: "mar", not "marketing".</summary>
    public static int? Number(string name)
    {
        if (name.Length < 3)
            return null;
        for (var month = 0; month < Names.Length; month++)
            if (Names[month].Any(full => full.StartsWith(name, StringComparison.Ordinal)))
                return month + 1;
        return null;
    }
}
