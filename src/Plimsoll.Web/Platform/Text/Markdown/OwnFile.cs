using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Plimsoll.Web.Platform.Text.Markdown;

/// <summary>The address of an uploaded file as it stands in a text: <c>/files/ID</c>.</summary>
public static class OwnFile
{
    public const string Path = "/files/";

    /// <summary>Every file that a text shows or links to, once each, in order; not those inside of code.</summary>
    public static IReadOnlyList<Guid> In(string? text) =>
        [
            .. Markdown
                .Read(text)
                .Descendants<LinkInline>()
                .Select(l => Of(l.Url))
                .OfType<Guid>()
                .Distinct(),
        ];

    public static string At(Guid id) => Path + id;

    /// <summary>The file that the address names; nothing when it leads anywhere else.</summary>
    public static Guid? Of(string? url) =>
        url is not null
        && url.StartsWith(Path, StringComparison.Ordinal)
        && Guid.TryParseExact(url.AsSpan(Path.Length), "D", out var id)
            ? id
            : null;
}
