using System.Text.RegularExpressions;

namespace Plimsoll.Web.Tasks.Import;

/// <summary>A checklist written into one cell: a line for each item, ticked or not.</summary>
internal static partial class ChecklistWords
{
    public static IEnumerable<FoundLine> Read(string cell)
    {
        foreach (
            var line in cell.Split(
                '\n',
                StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
            )
        )
        {
            var found = Box().Match(line);
            var text = line[found.Length..].Trim();
            if (text.Length > 0)
                yield return new FoundLine(
                    text,
                    found.Groups["done"].Success && found.Groups["done"].Length > 0
                );
        }
    }

    [GeneratedRegex(@"^(?:[-*•] )?(?:\[(?: |(?<done>[xXхХ✓✔]))\]|(?<done>[☑✅✓✔])|☐|[-*•] )?\s*")]
    private static partial Regex Box();
}
