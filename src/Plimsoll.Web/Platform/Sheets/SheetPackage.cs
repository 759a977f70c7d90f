using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Xml;
using System.Xml.Linq;

namespace Plimsoll.Web.Platform.Sheets;

/// <summary>
/// The packed parts of an .xlsx file, behind guards: the directory is judged before anything is unpacked, every
/// unpacked byte is counted against one allowance, and XML is read without entities and without reaching out.
/// </summary>
internal sealed class SheetPackage : IDisposable
{
    private const int DeepestXml = 64;
    private const long SmallPart = 16 * 1024 * 1024;

    private readonly ZipArchive _archive;
    private readonly SheetLimits _limits;
    private readonly Dictionary<string, ZipArchiveEntry> _parts = new(
        StringComparer.OrdinalIgnoreCase
    );
    private long _inflated;

    private SheetPackage(ZipArchive archive, SheetLimits limits)
    {
        _archive = archive;
        _limits = limits;
    }

    public IEnumerable<string> Names => _parts.Keys;

    public static SheetPackage Open(ReadOnlyMemory<byte> file, SheetLimits limits)
    {
        if (PartsPromised(file.Span) > limits.Parts)
            throw new RefusedFile(new SheetHasTooManyParts(limits.Parts));
        var bytes = MemoryMarshal.TryGetArray(file, out var segment)
            ? new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false)
            : new MemoryStream(file.ToArray(), writable: false);
        var package = new SheetPackage(new ZipArchive(bytes, ZipArchiveMode.Read), limits);
        try
        {
            package.JudgeDirectory();
            return package;
        }
        catch
        {
            package.Dispose();
            throw;
        }
    }

    /// <summary>A part as an XML reader that meets each guard; <c>null</c> when the package has no such part.</summary>
    public XmlReader? Part(string path) =>
        _parts.TryGetValue(path, out var entry)
            ? XmlReader.Create(
                new CountedStream(
                    entry.Open(),
                    (now, all) => Count(now, all, entry.CompressedLength)
                ),
                ReaderSettings
            )
            : null;

    /// <summary>A small part as a whole: relationships, styles, names.</summary>
    public XElement? Whole(string path)
    {
        if (!_parts.TryGetValue(path, out var entry))
            return null;
        if (entry.Length > SmallPart)
            throw new RefusedFile(new SheetIsABomb());
        // Walked once before it is loaded: the tree is walked recursively later, and a stack has an end.
        using (var walk = Part(path)!)
            while (Step(walk))
                if (walk.Depth > DeepestXml)
                    throw new RefusedFile(new SheetIsBroken());
        using var reader = Part(path)!;
        return XElement.Load(reader);
    }

    /// <summary>What a part points at, paths made whole.</summary>
    public IReadOnlyList<PartLink> Links(string part)
    {
        var slash = part.LastIndexOf('/');
        var folder = slash < 0 ? "" : part[..slash];
        var root = Whole(
            slash < 0 ? $"_rels/{part}.rels" : $"{folder}/_rels/{part[(slash + 1)..]}.rels"
        );
        return root is null ? [] : [.. root.Elements().Select(link => PartLink.Of(link, folder))];
    }

    /// <summary>Reads on; an entity definition is told apart from mere damage.</summary>
    public static bool Step(XmlReader reader)
    {
        try
        {
            return reader.Read();
        }
        catch (XmlException damage) when (damage.Message.Contains("DTD", StringComparison.Ordinal))
        {
            throw new RefusedFile(new SheetHasADtd());
        }
    }

    public void Dispose() => _archive.Dispose();

    private static readonly XmlReaderSettings ReaderSettings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    };

    /// <summary>The number of parts as the end record gives it, before a directory of a million is listed.</summary>
    private static int PartsPromised(ReadOnlySpan<byte> file)
    {
        var at = file[Math.Max(0, file.Length - 65_557)..].LastIndexOf("PK\x05\x06"u8);
        if (at < 0)
            throw new RefusedFile(new SheetIsBroken());
        at += Math.Max(0, file.Length - 65_557);
        return at + 12 > file.Length
            ? throw new RefusedFile(new SheetIsBroken())
            : file[at + 10] | (file[at + 11] << 8);
    }

    private void JudgeDirectory()
    {
        if (_archive.Entries.Count > _limits.Parts)
            throw new RefusedFile(new SheetHasTooManyParts(_limits.Parts));
        var promised = 0L;
        foreach (var entry in _archive.Entries)
        {
            promised += entry.Length;
            if (promised > _limits.InflatedBytes)
                throw new RefusedFile(new SheetIsABomb());
            JudgeRatio(entry.Length, entry.CompressedLength);
            var path = entry.FullName.Replace('\\', '/').TrimStart('/');
            if (!_parts.TryAdd(path, entry))
                throw new RefusedFile(new SheetIsBroken());
        }
    }

    private void Count(int now, long all, long packed)
    {
        _inflated += now;
        if (_inflated > _limits.InflatedBytes)
            throw new RefusedFile(new SheetIsABomb());
        JudgeRatio(all, packed);
    }

    private void JudgeRatio(long inflated, long packed)
    {
        if (
            inflated > _limits.RatioCountsFrom
            && inflated / Math.Max(1, packed) > _limits.InflationRatio
        )
            throw new RefusedFile(new SheetIsABomb());
    }
}
