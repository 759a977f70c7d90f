using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Platform.Imports;

/// <summary>
/// A file that somebody brought to be taken over: the file as it came, what she answered about it, and what became of
/// it. It is kept from the first moment on, so that nothing is lost by leaving the page.
/// </summary>
public sealed class FileImport
{
    public const int FileNameLimit = 200;
    public const int TroubleLimit = 2000;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Whose work it is: <see cref="ImportSubject.Word"/>.</summary>
    public required string Kind { get; init; }
    public PersonId By { get; init; }
    public DateTime At { get; init; }

    /// <summary>The day it was brought: what the file leaves out is read from it, today and next month alike.</summary>
    public DateOnly Day { get; init; }
    public required string FileName { get; init; }
    public required byte[] File { get; init; }

    /// <summary>JSON of what was answered, as the room writes it.</summary>
    public required string Answers { get; set; }
    public ImportState State { get; private set; }

    /// <summary>Which running program is at work on it, and since when.</summary>
    public string? Runner { get; private set; }
    public DateTime? StartedAt { get; private set; }

    /// <summary>Why the last try came to nothing, in the words of the one who tried.</summary>
    public string? Trouble { get; private set; }

    /// <summary>The number that all of its facts carry.</summary>
    public Guid? Batch { get; private set; }

    /// <summary>JSON of what it did, as the room writes it.</summary>
    public string? Result { get; private set; }

    /// <summary>JSON of what undoing it needs: what it made, and what was there before.</summary>
    public string? Trail { get; private set; }
    public int Version { get; private set; }

    public bool IsAtWork => State is ImportState.Applying or ImportState.Undoing;

    public Refusal? Start(bool undo, string runner, DateTime now)
    {
        if (State != (undo ? ImportState.Applied : ImportState.Draft))
            return undo ? new ImportIsNotApplied() : new ImportIsNoDraft();
        State = undo ? ImportState.Undoing : ImportState.Applying;
        (Runner, StartedAt, Trouble) = (runner, now, null);
        return null;
    }

    /// <summary>Back to where it was before work on it began.</summary>
    public void PutBack(string? trouble)
    {
        State = State is ImportState.Undoing ? ImportState.Applied : ImportState.Draft;
        (Runner, StartedAt) = (null, null);
        Trouble = trouble?.Length > TroubleLimit ? trouble[..TroubleLimit] : trouble;
    }

    public void Applied(Guid batch, string result, string trail)
    {
        (State, Batch, Result, Trail) = (ImportState.Applied, batch, result, trail);
        (Runner, StartedAt) = (null, null);
    }

    public void Undone(string result)
    {
        (State, Result) = (ImportState.Undone, result);
        (Runner, StartedAt) = (null, null);
    }

    /// <summary>Some browsers send a whole path, and some files have no name.</summary>
    public static string NameOf(string? given, string otherwise)
    {
        var name = (given ?? "").Split('/', '\\')[^1];
        var clean = new string([
            .. name.Where(c => !char.IsControl(c) && !char.IsSurrogate(c)),
        ]).Trim();
        if (clean.Length > FileNameLimit)
            clean = clean[^FileNameLimit..];
        return clean.Length == 0 ? otherwise : clean;
    }

    /// <summary>The bytes of a file as they arrive; <c>null</c> when there are more of them than are taken in.</summary>
    public static async Task<byte[]?> Taken(Stream file, long limit, CancellationToken ct)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[81_920];
        for (int read; (read = await file.ReadAsync(buffer, ct)) > 0; )
        {
            if (kept.Length + read > limit)
                return null;
            await kept.WriteAsync(buffer.AsMemory(0, read), ct);
        }
        return kept.ToArray();
    }
}

internal sealed class FileImportMapping : IEntityTypeConfiguration<FileImport>
{
    public void Configure(EntityTypeBuilder<FileImport> builder)
    {
        builder.ToTable("file_imports");
        builder.HasKey(i => i.Id);
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.Kind).HasMaxLength(20);
        builder.Property(i => i.FileName).HasMaxLength(FileImport.FileNameLimit);
        builder.Property(i => i.Runner).HasMaxLength(200);
        builder.Property(i => i.Trouble).HasMaxLength(FileImport.TroubleLimit);
        builder.Ignore(i => i.IsAtWork);
        builder.HasIndex(i => new
        {
            i.Kind,
            i.By,
            i.At,
        });
    }
}

/// <summary>The brought files, and which of them there are for the one who asks.</summary>
public static class FileImports
{
    public static DbSet<FileImport> Imports(this PlimsollDb db) => db.Set<FileImport>();

    /// <summary>Her own, or all for those whose right reaches so far (PRODUCT 8, 9.4).</summary>
    public static IQueryable<FileImport> ImportsVisibleTo(
        this PlimsollDb db,
        ImportSubject subject,
        Actor actor
    )
    {
        var (me, word) = (actor.Person, subject.Word);
        var all = db.Imports().Where(i => i.Kind == word);
        return actor.ReachOf(subject.Right) switch
        {
            Reach.All => all,
            Reach.Own => all.Where(i => i.By == me),
            _ => all.Where(i => false),
        };
    }
}
