using Plimsoll.Domain.Kernel;

namespace Plimsoll.Web.Platform.Text.Markdown;

/// <summary>How a written text is shown in one place.</summary>
public sealed record MarkdownLook
{
    /// <summary>A text below a page's own heading: its headings begin at the third level, so that the outline stays right.</summary>
    public static MarkdownLook Usual { get; } = new();

    /// <summary>Which level the text's first heading takes, 2 to 6.</summary>
    public int HeadingsFrom { get; init; } = 3;

    /// <summary>What a mentioned person is called now; nothing leaves the name as it was written.</summary>
    public Func<PersonId, string?> NameOf { get; init; } = static _ => null;

    /// <summary>
    /// Where the text's pictures are fetched from, ending in a slash. A page that is read without signing in has an
    /// address of its own for them.
    /// </summary>
    public string FilesAt { get; init; } = OwnFile.Path;
}
