using System.Buffers;
using System.Security.Cryptography;

namespace Plimsoll.Web.Platform.Files;

/// <summary>
/// A file on its way in: on disk, never in memory, and gone with whoever holds it, even by a kill. Its hash is made as it
/// arrives.
/// </summary>
internal sealed class ArrivingFile : IAsyncDisposable
{
    private ArrivingFile(FileStream bytes) => Bytes = bytes;

    public FileStream Bytes { get; }
    public string Hash { get; private set; } = "";

    /// <summary>Reads to the end, or one portion past the limit at most: nothing then.</summary>
    public static async Task<ArrivingFile?> Take(Stream from, long limit, CancellationToken ct)
    {
        var file = new ArrivingFile(Open());
        var fits = false;
        var buffer = ArrayPool<byte>.Shared.Rent(BlobPart.Size);
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            for (int read; (read = await from.ReadAsync(buffer, ct)) > 0; )
            {
                if (file.Bytes.Length + read > limit)
                    return null;
                hash.AppendData(buffer, 0, read);
                await file.Bytes.WriteAsync(buffer.AsMemory(0, read), ct);
            }
            file.Hash = Convert.ToHexStringLower(hash.GetHashAndReset());
            fits = true;
            return file;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
            if (!fits)
                await file.DisposeAsync();
        }
    }

    public async Task<byte[]> Head(CancellationToken ct)
    {
        var head = new byte[Math.Min(MediaType.HeadSize, Bytes.Length)];
        Bytes.Position = 0;
        await Bytes.ReadExactlyAsync(head, ct);
        return head;
    }

    public ValueTask DisposeAsync() => Bytes.DisposeAsync();

    private static FileStream Open()
    {
        var path = Path.Combine(Path.GetTempPath(), $"plimsoll-{Guid.CreateVersion7():N}");
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.Delete,
            Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var file = new FileStream(path, options);
        // Without a name it lives exactly as long as it is open.
        if (!OperatingSystem.IsWindows())
            File.Delete(path);
        return file;
    }
}
