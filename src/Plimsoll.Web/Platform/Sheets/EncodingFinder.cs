using System.Text;

namespace Plimsoll.Web.Platform.Sheets;

/// <summary>
/// Finds the encoding of a text file by trying each strictly: a byte-order mark, UTF-8, then the old code pages of
/// Russian, Chinese and Western spreadsheets, told apart by how their letters stand together.
/// </summary>
public static class EncodingFinder
{
    private const int Sample = 64 * 1024;

    public static string Decode(ReadOnlySpan<byte> file)
    {
        var (encoding, mark) = Marked(file) ?? (Unmarked(file), 0);
        return encoding.GetString(file[mark..]);
    }

    /// <summary>Whether these bytes are a text at all: no zero bytes, except the regular ones of UTF-16.</summary>
    public static bool LooksLikeText(ReadOnlySpan<byte> file)
    {
        if (Marked(file) is not null || ZerosOfUtf16(file) is not null)
            return true;
        var sample = file[..Math.Min(file.Length, Sample)];
        foreach (var b in sample)
            if (b < 0x20 && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 0x0C or 0x1A))
                return false;
        return true;
    }

    private static (Encoding, int)? Marked(ReadOnlySpan<byte> file) =>
        file.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? (Utf8, 3)
        : file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) ? (Utf16, 2)
        : file.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? (Utf16BigEnd, 2)
        : null;

    private static Encoding Unmarked(ReadOnlySpan<byte> file)
    {
        if (ZerosOfUtf16(file) is { } utf16)
            return utf16;
        if (Fits(Utf8, file))
            return Utf8;
        var letters = Count(file);
        if (letters.LoneRuns * 10 > letters.Runs * 6)
            return CodePage(1252);
        // Russian words are made of the upper two thirds of the page; Chinese pairs reach over all of it.
        return letters.Upper * 100 <= letters.High * 85 && Fits(CodePage(54936), file)
            ? CodePage(54936)
            : CodePage(1251);
    }

    /// <summary>Without a mark: nearly every other byte of Western text in UTF-16 is zero.</summary>
    private static Encoding? ZerosOfUtf16(ReadOnlySpan<byte> file)
    {
        var sample = file[..Math.Min(file.Length & ~1, Sample)];
        var (even, odd) = (0, 0);
        for (var i = 0; i + 1 < sample.Length; i += 2)
        {
            even += sample[i] == 0 ? 1 : 0;
            odd += sample[i + 1] == 0 ? 1 : 0;
        }
        var third = sample.Length / 6;
        return sample.Length < 4 || (file.Length & 1) == 1 ? null
            : odd > third && even == 0 ? Utf16
            : even > third && odd == 0 ? Utf16BigEnd
            : null;
    }

    private static bool Fits(Encoding encoding, ReadOnlySpan<byte> file)
    {
        try
        {
            return encoding.GetCharCount(file) >= 0;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    /// <summary>
    /// Bytes above ASCII: how many, how many of them in 0xC0-0xFF, in how many runs, and how many runs are one
    /// byte among ASCII letters, as an accent in a Western word is.
    /// </summary>
    private static (int High, int Upper, int Runs, int LoneRuns) Count(ReadOnlySpan<byte> file)
    {
        var (high, upper, runs, lone) = (0, 0, 0, 0);
        for (var i = 0; i < file.Length; i++)
        {
            if (file[i] < 0x80)
                continue;
            var start = i;
            for (; i < file.Length && file[i] >= 0x80; i++)
            {
                high++;
                upper += file[i] >= 0xC0 ? 1 : 0;
            }
            runs++;
            var amongLetters =
                (start > 0 && char.IsAsciiLetter((char)file[start - 1]))
                || (i < file.Length && char.IsAsciiLetter((char)file[i]));
            lone += i - start == 1 && amongLetters ? 1 : 0;
        }
        return (high, upper, runs, lone);
    }

    private static Encoding CodePage(int page) =>
        CodePagesEncodingProvider.Instance.GetEncoding(
            page,
            EncoderFallback.ExceptionFallback,
            page == 54936 ? DecoderFallback.ExceptionFallback : DecoderFallback.ReplacementFallback
        )!;

    private static readonly Encoding Utf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);
    private static readonly Encoding Utf16 = new UnicodeEncoding(false, false, true);
    private static readonly Encoding Utf16BigEnd = new UnicodeEncoding(true, false, true);
}
