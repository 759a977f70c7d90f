using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Plimsoll.Domain.Kernel;

namespace Plimsoll.Web.Platform.Text.Markdown;

/// <summary>A person named in a text: <c>@[Mei Lin](person:ID)</c>. The id says who, the name is as it was then.</summary>
public static class Mentions
{
    internal const int LongestName = 200;

    /// <summary>Everybody the text names, once each, in order; not those inside of code.</summary>
    public static IReadOnlyList<PersonId> In(string? text) =>
        [.. Markdown.Read(text).Descendants<MentionInline>().Select(m => m.Person).Distinct()];

    /// <summary>The mention as it is written into a text.</summary>
    public static string Write(PersonId person, string name) =>
        $"@[{new string([.. name.Where(c => c is not ('[' or ']' or '\n' or '\r' or '\\'))])}](person:{person.Value})";
}

internal sealed class MentionInline : LeafInline
{
    public required string Name { get; init; }
    public required PersonId Person { get; init; }
}

/// <summary>Reads mentions before links are read.</summary>
internal sealed class MentionParser : InlineParser
{
    private const string Opening = "](person:";

    public MentionParser() => OpeningCharacters = ['@'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var text = slice.AsSpan();
        if (!text.StartsWith("@["))
            return false;
        var inner = text[2..Math.Min(text.Length, 2 + Mentions.LongestName + Opening.Length)];
        var close = inner.IndexOf(']');
        if (close <= 0 || inner[..close].ContainsAny('[', '\n', '\r'))
            return false;
        var rest = text[(2 + close)..];
        var length = Opening.Length + Guid.Empty.ToString().Length;
        if (
            !rest.StartsWith(Opening)
            || rest.Length <= length
            || rest[length] != ')'
            || !Guid.TryParseExact(rest[Opening.Length..length], "D", out var id)
        )
            return false;
        processor.Inline = new MentionInline
        {
            Name = inner[..close].ToString(),
            Person = new PersonId(id),
        };
        slice.Start += 2 + close + length + 1;
        return true;
    }
}
