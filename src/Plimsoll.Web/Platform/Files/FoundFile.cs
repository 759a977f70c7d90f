using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Platform.Files;

/// <summary>A file as those see it who may.</summary>
public sealed record FileCard(
    Guid Id,
    string Name,
    string Hash,
    string Type,
    long Size,
    int? Width,
    int? Height,
    PersonId By,
    DateTime At,
    string? HolderKind = null,
    Guid? Holder = null
)
{
    /// <summary>A browser may show it in place; everything else is handed over to be kept.</summary>
    public bool IsShown => MediaType.IsShown(Type) && !IsVast;

    public bool IsPicture => MediaType.IsPicture(Type) && !IsVast;

    /// <summary>Unpacked, it would fill the memory of whoever looks at it.</summary>
    private bool IsVast => (long)(Width ?? 0) * (Height ?? 0) > Picture.MostPixels;
}

/// <summary>Finds a file for whoever may read it: its bringer while it is loose, else who may see what holds it.</summary>
public sealed class FoundFile(
    IDbContextFactory<PlimsollDb> store,
    IEnumerable<IFileHolders> holders
)
{
    public async Task<Outcome<FileCard>> Ask(Guid id, Actor actor, CancellationToken ct)
    {
        await using var db = await store.CreateDbContextAsync(ct);
        var found = await Cards(db, Visible(db, actor).Where(f => f.Id == id))
            .FirstOrDefaultAsync(ct);
        return found is null ? new NotThere() : found;
    }

    /// <summary>The files of one thing, oldest first, as far as the actor may see the thing.</summary>
    public async Task<IReadOnlyList<FileCard>> Of(
        string kind,
        Guid holder,
        Actor actor,
        CancellationToken ct
    )
    {
        await using var db = await store.CreateDbContextAsync(ct);
        return await Cards(
                db,
                Visible(db, actor).Where(f => f.HolderKind == kind && f.Holder == holder)
            )
            .Take(1000)
            .ToListAsync(ct);
    }

    /// <summary>The bytes of a file that was found; read them from beginning to end or in parts.</summary>
    public async Task<Stream> Open(FileCard file, CancellationToken ct) =>
        new BlobStream(await store.CreateDbContextAsync(ct), file.Hash, file.Size);

    private IQueryable<StoredFile> Visible(PlimsollDb db, Actor actor)
    {
        var person = actor.Person;
        var visible = db.Files().AsNoTracking().Where(f => f.Holder == null && f.By == person);
        foreach (var room in holders)
        {
            var (kind, things) = (room.Kind, room.VisibleTo(db, actor));
            visible = visible.Concat(
                db.Files()
                    .AsNoTracking()
                    .Where(f => f.HolderKind == kind && things.Contains(f.Holder!.Value))
            );
        }
        return visible;
    }

    /// <summary>For a room that asks for files of its own things, and sees to it who may.</summary>
    internal static IQueryable<FileCard> Cards(PlimsollDb db, IQueryable<StoredFile> files) =>
        files
            .Join(db.Blobs(), f => f.Hash, b => b.Hash, (f, b) => new { f, b })
            .OrderBy(x => x.f.Id)
            .Select(x => new FileCard(
                x.f.Id,
                x.f.Name,
                x.f.Hash,
                x.b.Type,
                x.b.Size,
                x.b.Width,
                x.b.Height,
                x.f.By,
                x.f.At,
                x.f.HolderKind,
                x.f.Holder
            ));
}
