using Microsoft.Extensions.Caching.Memory;

namespace Plimsoll.Web.Platform.Text.Markdown;

/// <summary>
/// Written texts as HTML, where many of them stand on one page: what was made of a text is kept for a while, since it is
/// the same for everyone who reads it.
/// </summary>
public static class WrittenHtml
{
    // In letters, of texts and HTML together: some tens of megabytes.
    private const int MostLetters = 16_000_000;

    private static readonly MemoryCache Kept = new(
        new MemoryCacheOptions { SizeLimit = MostLetters }
    );

    /// <param name="headingsFrom">See <see cref="MarkdownLook.HeadingsFrom"/>.</param>
    public static string Of(string text, int headingsFrom = 3)
    {
        if (Kept.TryGetValue((text, headingsFrom), out string? there))
            return there!;
        var html = Markdown.ToHtml(text, new MarkdownLook { HeadingsFrom = headingsFrom });
        return Kept.Set(
            (text, headingsFrom),
            html,
            new MemoryCacheEntryOptions
            {
                Size = text.Length + html.Length,
                SlidingExpiration = TimeSpan.FromHours(1),
            }
        );
    }
}
