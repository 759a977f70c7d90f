using Microsoft.EntityFrameworkCore;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Platform.Files;

/// <summary>The small copies of pictures: made when first asked for, and kept. One is made at a time, for their memory.</summary>
public sealed class SmallPictures(IDbContextFactory<PlimsollDb> store) : IDisposable
{
    public const string Type = "image/webp";
    public const int Small = 320;
    public const int Large = 1600;

    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Nothing when it cannot be made.</summary>
    public async Task<byte[]?> Of(FileCard file, int side, CancellationToken ct)
    {
        if (!file.IsPicture || !Picture.IsRead(file.Type))
            return null;
        if (await Kept(file.Hash, side, ct) is { } kept)
            return kept;
        await _turn.WaitAsync(ct);
        try
        {
            return await Kept(file.Hash, side, ct) ?? await Make(file, side, ct);
        }
        finally
        {
            _ = _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task<byte[]?> Kept(string hash, int side, CancellationToken ct)
    {
        await using var db = await store.CreateDbContextAsync(ct);
        return await db.Thumbs()
            .Where(t => t.Hash == hash && t.Side == side)
            .Select(t => t.Bytes)
            .SingleOrDefaultAsync(ct);
    }

    private async Task<byte[]?> Make(FileCard file, int side, CancellationToken ct)
    {
        var whole = new byte[file.Size];
        await using (
            var bytes = new BlobStream(await store.CreateDbContextAsync(ct), file.Hash, file.Size)
        )
            await bytes.ReadExactlyAsync(whole, ct);
        if (Picture.Small(whole, side) is not { } small)
            return null;
        await using var db = await store.CreateDbContextAsync(ct);
        _ = db.Add(
            new Thumb
            {
                Hash = file.Hash,
                Side = side,
                Bytes = small,
            }
        );
        // Another node may have made it too: its is as good.
        _ = await db.Save(ct);
        return small;
    }
}
