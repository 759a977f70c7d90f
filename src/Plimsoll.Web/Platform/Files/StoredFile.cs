using Plimsoll.Domain.Kernel;

namespace Plimsoll.Web.Platform.Files;

/// <summary>
/// A file as somebody brought it: a name for some bytes. Until a thing holds it, it is hers alone, and goes after a day.
/// </summary>
public sealed class StoredFile
{
    public const int NameLimit = 200;
    public const int KindLimit = 40;

    private StoredFile() { }

    public Guid Id { get; private set; }

    /// <summary>SHA-256 of the bytes: which version this is, of whatever name.</summary>
    public string Hash { get; private set; } = "";
    public string Name { get; private set; } = "";
    public PersonId By { get; private set; }
    public DateTime At { get; private set; }
    public string? HolderKind { get; private set; }
    public Guid? Holder { get; private set; }

    /// <summary>Since when nothing holds it; nothing while something does.</summary>
    public DateTime? LooseSince { get; private set; }
    public int Version { get; private set; }

    public static StoredFile Bring(string hash, string? name, PersonId by, DateTime at) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            Hash = hash,
            Name = Clean(name),
            By = by,
            At = at,
            LooseSince = at,
        };

    public void GiveTo(string kind, Guid holder) =>
        (HolderKind, Holder, LooseSince) = (kind, holder, null);

    /// <summary>What held it is gone. It is its bringer's again, for a day.</summary>
    public void LetGo(DateTime now) => (HolderKind, Holder, LooseSince) = (null, null, now);

    /// <summary>Without the folders that some browsers send, and without what hides or turns around a part of the name.</summary>
    private static string Clean(string? given)
    {
        var name = (given ?? "").Split('/', '\\')[^1];
        var clean = new string([
            .. name.Where(c =>
                !char.IsControl(c)
                && !char.IsSurrogate(c)
                && char.GetUnicodeCategory(c)
                    is not (
                        System.Globalization.UnicodeCategory.Format
                        or System.Globalization.UnicodeCategory.LineSeparator
                        or System.Globalization.UnicodeCategory.ParagraphSeparator
                    )
            ),
        ]).Trim(' ', '.');
        // The end says what kind of file it is.
        if (clean.Length > NameLimit)
            clean = clean[^NameLimit..];
        return clean.Length == 0 ? "file" : clean;
    }
}

/// <summary>Bytes, kept once however often they are brought, and what was found in them.</summary>
public sealed class Blob
{
    public required string Hash { get; init; }
    public required long Size { get; init; }

    /// <summary>The media type, read from the bytes themselves.</summary>
    public required string Type { get; init; }
    public int? Width { get; init; }
    public int? Height { get; init; }

    /// <summary>When somebody last brought them: bytes about to be named are not swept away.</summary>
    public DateTime Seen { get; init; }
}

/// <summary>A part of the bytes, small enough to be read and written by itself.</summary>
public sealed class BlobPart
{
    /// <summary>Below what .NET keeps on its heap of large objects.</summary>
    public const int Size = 64 * 1024;
    public required string Hash { get; init; }
    public required int Number { get; init; }
    public required byte[] Bytes { get; init; }
}

/// <summary>A small copy of a picture, made once.</summary>
public sealed class Thumb
{
    public required string Hash { get; init; }

    /// <summary>Its longer side at most.</summary>
    public required int Side { get; init; }
    public required byte[] Bytes { get; init; }
}
