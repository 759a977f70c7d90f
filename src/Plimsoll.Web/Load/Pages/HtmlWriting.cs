using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Plimsoll.Web.Load.Pages;

/// <summary>Names are people's own words; they are encoded before they stand in the page.</summary>
internal static class HtmlWriting
{
    private static readonly HtmlEncoder Letters = HtmlEncoder.Create(UnicodeRanges.All);

    public static StringBuilder Text(this StringBuilder html, string text) =>
        html.Append(Letters.Encode(text));
}
