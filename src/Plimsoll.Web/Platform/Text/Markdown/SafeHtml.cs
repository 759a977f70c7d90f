using Markdig.Extensions.TaskLists;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax.Inlines;

namespace Plimsoll.Web.Platform.Text.Markdown;

/// <summary>How links, pictures, mentions and boxes of a list are written; the rest is as Markdig writes it.</summary>
internal static class SafeHtml
{
    public static void Teach(HtmlRenderer renderer, MarkdownLook look)
    {
        var links = new Links(look);
        renderer.ObjectRenderers.ReplaceOrAdd<LinkInlineRenderer>(links);
        renderer.ObjectRenderers.ReplaceOrAdd<AutolinkInlineRenderer>(new BareLinks());
        renderer.ObjectRenderers.ReplaceOrAdd<HtmlTaskListRenderer>(new Boxes());
        renderer.ObjectRenderers.Add(new Names(look));
    }

    private sealed class Links(MarkdownLook look) : HtmlObjectRenderer<LinkInline>
    {
        private bool _inLink;

        protected override void Write(HtmlRenderer renderer, LinkInline obj)
        {
            var url = obj.GetDynamicUrl?.Invoke() ?? obj.Url;
            if (obj.IsImage && OwnFile.Of(url) is { } file)
                Picture(renderer, file, PlainWords.Of(obj, look));
            else if (_inLink || SafeAddress.Of(url) is not { } address)
                Words(renderer, obj, url);
            else
                Link(renderer, obj, address);
        }

        private void Link(HtmlRenderer renderer, LinkInline link, string address)
        {
            _inLink = true;
            Open(renderer, address, link.Title);
            Words(renderer, link, address);
            _ = renderer.Write("</a>");
            _inLink = false;
        }

        /// <summary>A picture from elsewhere would tell its server who reads: it is a link with its words.</summary>
        private void Words(HtmlRenderer renderer, LinkInline link, string? url)
        {
            if (!link.IsImage)
                renderer.WriteChildren(link);
            else
                _ = renderer.WriteEscape(
                    PlainWords.Of(link, look) is { Length: > 0 } words ? words : url
                );
        }

        private void Picture(HtmlRenderer renderer, Guid file, string words)
        {
            if (!_inLink)
                _ = renderer
                    .Write("<a class=\"picture\" href=\"")
                    .WriteEscapeUrl($"{look.FilesAt}{file}")
                    .Write("\">");
            _ = renderer
                .Write("<img loading=\"lazy\" src=\"")
                .WriteEscapeUrl($"{look.FilesAt}{file}/thumb?size=1600")
                .Write("\" alt=\"")
                .WriteEscape(words)
                .Write("\">");
            if (!_inLink)
                _ = renderer.Write("</a>");
        }
    }

    private sealed class BareLinks : HtmlObjectRenderer<AutolinkInline>
    {
        protected override void Write(HtmlRenderer renderer, AutolinkInline obj)
        {
            var address = SafeAddress.Of(obj.IsEmail ? "mailto:" + obj.Url : obj.Url);
            if (address is not null)
                Open(renderer, address, null);
            _ = renderer.WriteEscape(obj.Url);
            if (address is not null)
                _ = renderer.Write("</a>");
        }
    }

    private sealed class Boxes : HtmlObjectRenderer<TaskList>
    {
        protected override void Write(HtmlRenderer renderer, TaskList obj) =>
            renderer.Write(
                obj.Checked
                    ? "<span class=\"box done\">\u2611</span>"
                    : "<span class=\"box\">\u2610</span>"
            );
    }

    private sealed class Names(MarkdownLook look) : HtmlObjectRenderer<MentionInline>
    {
        protected override void Write(HtmlRenderer renderer, MentionInline obj) =>
            renderer
                .Write("<span class=\"mention\">@")
                .WriteEscape(look.NameOf(obj.Person) ?? obj.Name)
                .Write("</span>");
    }

    private static void Open(HtmlRenderer renderer, string address, string? title)
    {
        _ = renderer.Write("<a href=\"").WriteEscapeUrl(address).Write('"');
        if (SafeAddress.IsOutside(address))
            _ = renderer.Write(" rel=\"nofollow noopener noreferrer\"");
        if (!string.IsNullOrEmpty(title))
            _ = renderer.Write(" title=\"").WriteEscape(title).Write('"');
        _ = renderer.Write('>');
    }
}
