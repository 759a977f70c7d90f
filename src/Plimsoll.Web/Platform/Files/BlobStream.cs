using Microsoft.EntityFrameworkCore;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Platform.Files;

/// <summary>The bytes of a file, fetched portion by portion as they are read; no connection is held in between.</summary>
internal sealed class BlobStream(PlimsollDb db, string hash, long length) : Stream
{
    private long _position;
    private int _at = -1;
    private byte[] _part = [];

    public override bool CanRead => true;
    public override bool CanSeek => true;
    public override bool CanWrite => false;
    public override long Length => length;
    public override long Position
    {
        get => _position;
        set => _position = value;
    }

    public override async ValueTask<int> ReadAsync(
        Memory<byte> buffer,
        CancellationToken cancellationToken = default
    )
    {
        if (_position >= length || buffer.IsEmpty)
            return 0;
        var number = (int)(_position / BlobPart.Size);
        if (number != _at)
        {
            _part = await db.BlobParts()
                .Where(p => p.Hash == hash && p.Number == number)
                .Select(p => p.Bytes)
                .SingleAsync(cancellationToken);
            _at = number;
        }
        var from = (int)(_position % BlobPart.Size);
        var count = Math.Min(buffer.Length, _part.Length - from);
        _part.AsSpan(from, count).CopyTo(buffer.Span);
        _position += count;
        return count;
    }

    public override Task<int> ReadAsync(
        byte[] buffer,
        int offset,
        int count,
        CancellationToken cancellationToken
    ) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin) =>
        _position = origin switch
        {
            SeekOrigin.Begin => offset,
            SeekOrigin.Current => _position + offset,
            _ => length + offset,
        };

    public override int Read(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException("Read it asynchronously.");

    public override void Flush() { }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            db.Dispose();
        base.Dispose(disposing);
    }

    public override async ValueTask DisposeAsync()
    {
        await db.DisposeAsync();
        await base.DisposeAsync();
    }
}
