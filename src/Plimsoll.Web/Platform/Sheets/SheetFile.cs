using System.Text;
using System.Xml;
using Plimsoll.Domain.Kernel;

namespace Plimsoll.Web.Platform.Sheets;

/// <summary>
/// Reads a spreadsheet somebody brought, .xlsx or .csv, as neutral grids. The file is not trusted: it is judged by
/// its bytes, not its name, taken in up to a limit and refused with a sentence of its own for each danger.
/// </summary>
public static class SheetFile
{
    private static readonly string[] MacroEndings = [".xlsm", ".xltm", ".xlam"];

    public static async Task<Outcome<SheetBook>> Read(
        Stream stream,
        string fileName,
        SheetLimits limits,
        CancellationToken ct
    )
    {
        using var taken = new MemoryStream();
        var buffer = new byte[81_920];
        int read;
        while ((read = await stream.ReadAsync(buffer, ct)) > 0)
        {
            if (taken.Length + read > limits.Bytes)
                return new SheetIsTooLarge(limits.Bytes / (1024 * 1024));
            taken.Write(buffer, 0, read);
        }
        return Read(taken.GetBuffer().AsMemory(0, (int)taken.Length), fileName, limits);
    }

    /// <summary>Reads a file that is in memory already.</summary>
    public static Outcome<SheetBook> Read(
        ReadOnlyMemory<byte> file,
        string fileName,
        SheetLimits limits
    )
    {
        if (file.Length > limits.Bytes)
            return new SheetIsTooLarge(limits.Bytes / (1024 * 1024));
        if (file.IsEmpty)
            return new SheetIsEmpty();
        if (MacroEndings.Any(end => fileName.EndsWith(end, StringComparison.OrdinalIgnoreCase)))
            return new SheetHasMacros();
        try
        {
            var book = Kind(file.Span) switch
            {
                FileKind.Packed => XlsxReader.Read(file, limits),
                FileKind.Text => CsvSheetReader.Read(file, fileName, limits),
                FileKind.Encrypted => throw new RefusedFile(new SheetIsEncrypted()),
                FileKind.Old => throw new RefusedFile(new SheetIsOfAnOldForm()),
                _ => throw new RefusedFile(new NotASpreadsheet()),
            };
            return book.Sheets.All(sheet => sheet.Count == 0) ? new SheetIsEmpty() : book;
        }
        catch (RefusedFile no)
        {
            return no.Refusal;
        }
        catch (Exception damage)
            when (damage
                    is XmlException
                        or InvalidDataException
                        or FormatException
                        or IOException
                        or OverflowException
                        or DecoderFallbackException
            )
        {
            return new SheetIsBroken();
        }
    }

    private enum FileKind
    {
        Text,
        Packed,
        Old,
        Encrypted,
        Other,
    }

    private static FileKind Kind(ReadOnlySpan<byte> file)
    {
        if (file.StartsWith("PK\x03\x04"u8) || file.StartsWith("PK\x05\x06"u8))
            return FileKind.Packed;
        // The container of the old office formats; password-protected .xlsx files hide in the same one.
        if (file.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]))
            return file.IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0
                ? FileKind.Encrypted
                : FileKind.Old;
        // The still older ones begin with a bare record: its kind, 09, then a version.
        if (file.Length > 4 && file[0] == 0x09 && file[1] is 0x00 or 0x02 or 0x04 or 0x08)
            return FileKind.Old;
        return EncodingFinder.LooksLikeText(file) ? FileKind.Text : FileKind.Other;
    }
}
