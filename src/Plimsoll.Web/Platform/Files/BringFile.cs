using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Settings;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Platform.Files;

/// <summary>
/// Takes in a file: judged by its bytes, kept once, and its bringer's own until a thing holds it. Bytes and name are
/// written as one, so there is never one without the other.
/// </summary>
public sealed class BringFile(
    IDbContextFactory<PlimsollDb> store,
    PlimsollSettings settings,
    TimeProvider clock
)
{
    /// <summary>So many can wait for a holder; who pastes more in a day is a program gone wild.</summary>
    public const int MostLoose = 500;

    public sealed record Command(string? Name, Stream Content);

    public async Task<Outcome<Guid>> Run(Command command, Actor actor, CancellationToken ct)
    {
        if (await HasTooMany(actor, ct))
            return new TooManyLooseFiles(MostLoose);
        await using var file = await ArrivingFile.Take(
            command.Content,
            settings.UploadMegabytes * 1024L * 1024,
            ct
        );
        if (file is null)
            return new FileIsTooLarge(settings.UploadMegabytes);
        if (file.Bytes.Length == 0)
            return new NoFileCame();
        var now = clock.GetUtcNow().UtcDateTime;
        var blob = await Judge(file, command.Name ?? "", now, ct);
        return await store.Write<Guid>(
            async db =>
            {
                await Keep(db, blob, file, now, ct);
                var brought = StoredFile.Bring(blob.Hash, command.Name, actor.Person, now);
                _ = db.Add(brought);
                db.Record(
                    "platform.file-brought",
                    brought.Id,
                    actor,
                    now,
                    about: new { type = blob.Type, size = blob.Size }
                );
                return brought.Id;
            },
            ct
        );
    }

    /// <summary>The same within the save of whoever brings it; nothing when there is more of it than was said.</summary>
    internal static async Task<StoredFile?> Within(
        PlimsollDb db,
        string name,
        Stream content,
        long limit,
        Actor actor,
        DateTime now,
        CancellationToken ct
    )
    {
        await using var file = await ArrivingFile.Take(content, limit, ct);
        if (file is null)
            return null;
        var blob = await Judge(file, name, now, ct);
        await Keep(db, blob, file, now, ct);
        var brought = StoredFile.Bring(blob.Hash, name, actor.Person, now);
        _ = db.Add(brought);
        _ = await db.SaveChangesAsync(ct);
        return brought;
    }

    private async Task<bool> HasTooMany(Actor actor, CancellationToken ct)
    {
        await using var db = await store.CreateDbContextAsync(ct);
        return await db.Files().CountAsync(f => f.By == actor.Person && f.LooseSince != null, ct)
            >= MostLoose;
    }

    private static async Task<Blob> Judge(
        ArrivingFile file,
        string name,
        DateTime now,
        CancellationToken ct
    )
    {
        var type = MediaType.Of(await file.Head(ct), name);
        (int Width, int Height)? size = null;
        if (Picture.IsRead(type))
        {
            file.Bytes.Position = 0;
            size = Picture.Size(file.Bytes);
            // It begins like a picture, and is none.
            if (size is null)
                type = MediaType.Unknown;
        }
        return new Blob
        {
            Hash = file.Hash,
            Size = file.Bytes.Length,
            Type = type,
            Width = size?.Width,
            Height = size?.Height,
            Seen = now,
        };
    }

    /// <summary>Touching them first keeps the sweep off bytes that are about to be named.</summary>
    private static async Task Keep(
        PlimsollDb db,
        Blob blob,
        ArrivingFile file,
        DateTime now,
        CancellationToken ct
    )
    {
        var there = await db.Blobs()
            .Where(b => b.Hash == blob.Hash)
            .ExecuteUpdateAsync(s => s.SetProperty(b => b.Seen, now), ct);
        if (there > 0)
            return;
        _ = db.Add(blob);
        _ = await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
        file.Bytes.Position = 0;
        for (var number = 0; file.Bytes.Position < file.Bytes.Length; number++)
        {
            var bytes = new byte[Math.Min(BlobPart.Size, file.Bytes.Length - file.Bytes.Position)];
            await file.Bytes.ReadExactlyAsync(bytes, ct);
            _ = db.Add(
                new BlobPart
                {
                    Hash = blob.Hash,
                    Number = number,
                    Bytes = bytes,
                }
            );
            _ = await db.SaveChangesAsync(ct);
            // A portion at a time, however large the file.
            db.ChangeTracker.Clear();
        }
    }
}
