namespace Plimsoll.Web.SignIn;

/// <summary>What a browser calls itself, in words a person knows: <c>Firefox, Linux</c>.</summary>
public static class BrowserName
{
    // In this order: each of them also says the names of those below it.
    private static readonly (string Mark, string Name)[] Browsers =
    [
        ("Edg", "Edge"),
        ("YaBrowser", "Yandex"),
        ("OPR/", "Opera"),
        ("MicroMessenger", "WeChat"),
        ("Firefox/", "Firefox"),
        ("FxiOS", "Firefox"),
        ("CriOS", "Chrome"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ];
    private static readonly (string Mark, string Name)[] Systems =
    [
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Android", "Android"),
        ("Windows", "Windows"),
        ("Mac OS", "macOS"),
        ("CrOS", "ChromeOS"),
        ("Linux", "Linux"),
    ];

    public static string Of(string agent)
    {
        string?[] words = [Find(Browsers, agent), Find(Systems, agent)];
        var known = string.Join(", ", words.OfType<string>());
        return known != "" ? known : agent.Split('/')[0];
    }

    private static string? Find((string Mark, string Name)[] marks, string agent) =>
        Array.Find(marks, m => agent.Contains(m.Mark, StringComparison.Ordinal)).Name;
}
