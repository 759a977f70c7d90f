using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Sheets;

namespace Plimsoll.Web.Tasks.Import;

/// <summary>Reads a brought file of tasks, whatever program wrote it; it is judged by its bytes, not its name.</summary>
public static class TaskFile
{
    public static Outcome<FoundTasks> Read(
        ReadOnlyMemory<byte> file,
        string name,
        SheetLimits limits,
        TaskFileHints hints
    )
    {
        var bare = WithoutMark(file);
        if (bare.Span.TrimStart(" \t\r\n"u8) is [(byte)'{', ..])
            return bare.Length > limits.Bytes
                ? new SheetIsTooLarge(limits.Bytes / (1024 * 1024))
                : TrelloBoard.Read(bare, limits, hints);
        if (ArchiveFile.Is(file))
            return ArchiveFile.Read(file, limits);
        if (SheetFile.Read(file, name, limits).Refused(out var no, out var book))
            return no;
        return TaskTable.Read(book, hints);
    }

    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> file) =>
        file.Span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? file[3..] : file;
}
