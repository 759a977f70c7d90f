using System.Text;

namespace Plimsoll.Web.Platform.Files;

/// <summary>What a file is, by its own bytes. What its sender says of it is not listened to.</summary>
public static class MediaType
{
    /// <summary>How much of the beginning is looked at.</summary>
    public const int HeadSize = 4096;
    public const string Pdf = "application/pdf";
    public const string Avif = "image/avif";
    public const string Unknown = "application/octet-stream";

    /// <summary>Forms that browsers show without running anything in them. SVG is a program, and never among them.</summary>
    private static readonly HashSet<string> Shown =
    [
        "image/png",
        "image/jpeg",
        "image/gif",
        "image/webp",
        Avif,
        Pdf,
    ];

    /// <summary>All of them are one packed form; which one is told by the name, and nothing depends on it but an icon.</summary>
    private static readonly Dictionary<string, string> Packed = new(
        StringComparer.OrdinalIgnoreCase
    )
    {
        [".docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        [".xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        [".pptx"] = "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        [".odt"] = "application/vnd.oasis.opendocument.text",
        [".ods"] = "application/vnd.oasis.opendocument.spreadsheet",
        [".odp"] = "application/vnd.oasis.opendocument.presentation",
    };

    public static bool IsShown(string type) => Shown.Contains(type);

    public static bool IsPicture(string type) => IsShown(type) && type != Pdf;

    public static string Of(ReadOnlySpan<byte> head, string name) =>
        head switch
        {
            [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => "image/png",
            [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
            _ when head.StartsWith("GIF87a"u8) || head.StartsWith("GIF89a"u8) => "image/gif",
            _ when head.StartsWith("RIFF"u8) && At(head, 8, "WEBP"u8) => "image/webp",
            _ when head.StartsWith("%PDF-"u8) => Pdf,
            _ when At(head, 4, "ftyp"u8) => Boxed(head),
            _ when head.StartsWith("PK\u0003\u0004"u8) => Packed.GetValueOrDefault(
                Path.GetExtension(name),
                "application/zip"
            ),
            _ when IsText(head) => IsSvg(head) ? "image/svg+xml" : "text/plain",
            _ => Unknown,
        };

    private static string Boxed(ReadOnlySpan<byte> head) =>
        At(head, 8, "avif"u8) || At(head, 8, "avis"u8) ? Avif
        : At(head, 8, "heic"u8) || At(head, 8, "mif1"u8) ? "image/heic"
        : At(head, 8, "qt"u8) ? "video/quicktime"
        : "video/mp4";

    private static bool At(ReadOnlySpan<byte> head, int at, ReadOnlySpan<byte> sign) =>
        head.Length >= at + sign.Length && head[at..].StartsWith(sign);

    private static bool IsText(ReadOnlySpan<byte> head)
    {
        if (head.IsEmpty)
            return false;
        foreach (var b in head)
            if (b < 0x20 && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 0x0C or 0x1B))
                return false;
        // The head may end in the middle of a letter.
        for (var cut = 0; cut < 4 && cut < head.Length; cut++)
            if (System.Text.Unicode.Utf8.IsValid(head[..^cut]))
                return true;
        return false;
    }

    private static bool IsSvg(ReadOnlySpan<byte> head) =>
        Encoding.UTF8.GetString(head).Contains("<svg", StringComparison.OrdinalIgnoreCase);
}
