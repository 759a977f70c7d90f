using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Plimsoll.Browser.Tests;

/// <summary>WCAG 2.2 AA, as far as axe-core can tell.</summary>
public static class Accessible
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions
        {
            Type = "tag",
            Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
        },
    };

    public static async Task ShouldBeAccessible(this IPage page)
    {
        var found = await page.RunAxe(Rules);
        found
            .Violations.SelectMany(v => v.Nodes.Select(n => $"{v.Id}: {n.Html}"))
            .ShouldBeEmpty(page.Url);
    }
}
