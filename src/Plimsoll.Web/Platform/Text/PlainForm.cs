using System.Text;

namespace Plimsoll.Web.Platform.Text;

/// <summary>Lower case, one kind of dash and space, full-width signs made plain: what written words are compared in.</summary>
public static class PlainForm
{
    public static string Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKC).ToLowerInvariant())
            plain.Append(
                c switch
                {
                    '‐' or '‑' or '‒' or '–' or '—' or '−' or '~' or '～' => '-',
                    'ё' => 'е',
                    _ when char.IsWhiteSpace(c) => ' ',
                    _ => c,
                }
            );
        return plain.ToString().Trim();
    }
}
