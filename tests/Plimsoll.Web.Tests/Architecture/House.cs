using System.Text.RegularExpressions;

namespace Plimsoll.Web.Tests.Architecture;

/// <summary>The source of Plimsoll as files, and the rooms each file names.</summary>
internal static partial class House
{
    public static string Root { get; } = FindRoot();

    /// <summary>Every source file that people write: C#, pages and parts; not the generated migrations.</summary>
    public static IReadOnlyList<SourceFile> Files { get; } =
    [
        .. Directory
            .EnumerateFiles(Path.Combine(Root, "src"), "*", SearchOption.AllDirectories)
            .Where(f =>
                f.EndsWith(".cs", StringComparison.Ordinal)
                || f.EndsWith(".razor", StringComparison.Ordinal)
            )
            .Where(f =>
                !f.Contains("/Migrations/", StringComparison.Ordinal)
                && !f.Contains("/obj/", StringComparison.Ordinal)
            )
            .Select(f => new SourceFile(
                Path.GetRelativePath(Path.Combine(Root, "src"), f).Replace('\\', '/'),
                File.ReadAllText(f)
            )),
    ];

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Plimsoll.slnx")))
            folder =
                folder.Parent
                ?? throw new InvalidOperationException("The tests run outside of the checkout.");
        return folder.FullName;
    }
}

internal sealed partial record SourceFile(string Path, string Text)
{
    /// <summary><c>Domain</c> or <c>Web</c>.</summary>
    public string Floor => Path.Split('/')[0]["Plimsoll.".Length..];

    /// <summary>The room; empty for the files beside the rooms (Program.cs).</summary>
    public string Room => Path.Split('/') is { Length: > 2 } parts ? parts[1] : "";

    /// <summary>The part of the room: UseCases, Queries, Api, Pages, Store, Jobs, Import, Texts; empty at its front door.</summary>
    public string Part => Path.Split('/') is { Length: > 3 } parts ? parts[2] : "";

    /// <summary>Each <c>Floor.Room.Part</c> that the file names.</summary>
    public IEnumerable<(string Floor, string Room, string Part)> Names() =>
        Reference()
            .Matches(Text)
            .Select(m => (m.Groups["floor"].Value, m.Groups["room"].Value, m.Groups["part"].Value))
            .Distinct();

    [GeneratedRegex(@"Plimsoll\.(?<floor>Domain|Web)\.(?<room>[A-Z]\w+)(\.(?<part>[A-Z]\w+))?")]
    private static partial Regex Reference();
}
