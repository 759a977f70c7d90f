namespace Plimsoll.Web.Platform.Sheets;

/// <summary>Names a spreadsheet program accepts for its sheets: short, without its own signs, each once.</summary>
internal static class SheetNames
{
    private const int Longest = 31;

    public static IReadOnlyList<string> Of(IEnumerable<string> wanted)
    {
        var names = new List<string>();
        foreach (var one in wanted)
        {
            var clean = Clean(one);
            var name = clean;
            for (var i = 2; names.Contains(name, StringComparer.OrdinalIgnoreCase); i++)
            {
                var ending = $" ({i})";
                name = clean[..Math.Min(clean.Length, Longest - ending.Length)] + ending;
            }
            names.Add(name);
        }
        return names;
    }

    private static string Clean(string name)
    {
        var clean = new string([
            .. name.Select(c =>
                c < ' ' || char.IsSurrogate(c) || "[]:*?/\\".Contains(c, StringComparison.Ordinal)
                    ? ' '
                    : c
            ),
        ])
            .Trim()
            .Trim('\'');
        clean = clean[..Math.Min(clean.Length, Longest)].Trim();
        return clean.Length == 0 ? "Sheet" : clean;
    }
}
