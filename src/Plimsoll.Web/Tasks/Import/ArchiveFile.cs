using System.IO.Compression;
using System.Text.Json;
using Plimsoll.Domain.Clients;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Tasks;
using Plimsoll.Web.Platform.Sheets;
using Plimsoll.Web.Tasks.Export;

namespace Plimsoll.Web.Tasks.Import;

/// <summary>Reads a project that was taken away from Plimsoll.</summary>
internal static class ArchiveFile
{
    private const long LargestJson = 64L * 1024 * 1024;
    private const int MostFiles = 10_000;
    private static readonly long LargestFiles = 1024L * 1024 * 1024;

    /// <summary>Whether a packed file is such a project; else it may be a spreadsheet.</summary>
    public static bool Is(ReadOnlyMemory<byte> file)
    {
        if (!file.Span.StartsWith("PK"u8))
            return false;
        try
        {
            using var zip = Open(file);
            return zip.GetEntry(ProjectArchive.Json) is not null;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    public static ZipArchive Open(ReadOnlyMemory<byte> file) =>
        new(new MemoryStream(file.ToArray(), writable: false), ZipArchiveMode.Read);

    public static Outcome<FoundTasks> Read(ReadOnlyMemory<byte> file, SheetLimits limits)
    {
        if (file.Length > limits.Bytes)
            return new SheetIsTooLarge(limits.Bytes / (1024 * 1024));
        try
        {
            using var zip = Open(file);
            var entry = zip.GetEntry(ProjectArchive.Json)!;
            if (zip.Entries.Count > MostFiles)
                return new SheetHasTooManyParts(MostFiles);
            if (entry.Length > LargestJson || zip.Entries.Sum(e => e.Length) > LargestFiles)
                return new SheetIsABomb();
            using var json = new MemoryStream();
            using (var stream = entry.Open())
            {
                var buffer = new byte[81_920];
                for (int read; (read = stream.Read(buffer)) > 0; )
                {
                    // What it says of its own size need not be true.
                    if (json.Length + read > LargestJson)
                        return new SheetIsABomb();
                    json.Write(buffer, 0, read);
                }
            }
            var archive = JsonSerializer.Deserialize<ProjectArchive>(
                json.GetBuffer().AsSpan(0, (int)json.Length),
                ProjectArchive.Options
            );
            if (
                archive
                    is not { Format: ProjectArchive.Known, Project.Name: not null, Tasks: not null }
                || archive.Tasks.Any(t => t?.Title is null)
            )
                return new NotAFileOfTasks();
            if (archive.Tasks.Count > limits.Rows)
                return new SheetHasTooManyRows(limits.Rows);
            return Found(archive);
        }
        catch (Exception damage)
            when (damage is InvalidDataException or JsonException or IOException)
        {
            return new SheetIsBroken();
        }
    }

    private static FoundTasks Found(ProjectArchive archive)
    {
        var project = archive.Project;
        return new FoundTasks
        {
            Source = TaskSource.Plimsoll,
            Project = project,
            Tasks = [.. archive.Tasks.Select((t, i) => Task(t, i, project))],
        };
    }

    private static FoundTask Task(ArchivedTask task, int at, ArchivedProject project) =>
        new()
        {
            At = new CellAddress(at + 1, 1),
            Title = task.Title,
            Keys = [Key(task.Number)],
            Project = project.Name,
            Client = project.Client,
            State = Platform.Text.Kebab.Of(task.State),
            Priority = task.Priority,
            Responsible = task.Responsible,
            Helpers = [.. (task.Helpers ?? []).OfType<string>()],
            Reviewer = task.Reviewer,
            Starts = task.Starts is { } starts && Era.Holds(starts) ? starts : null,
            Due = task.Due is { } due && Era.Holds(due) ? due : null,
            Estimate = task.EstimateMinutes is > 0 and <= ProjectTask.EstimateAtMost
                ? new Minutes(task.EstimateMinutes.Value)
                : null,
            Description = task.Description,
            Stream = task.Stream,
            Checklist =
            [
                .. (task.Checklist ?? [])
                    .Where(l => !string.IsNullOrWhiteSpace(l?.Text))
                    .Select(l => new FoundLine(l.Text, l.DoneAt is not null)
                    {
                        DoneBy = l.DoneBy,
                        DoneAt = l.DoneAt,
                    }),
            ],
            WaitsFor = [.. (task.WaitsFor ?? []).Select(Key)],
            Comments =
            [
                .. (task.Comments ?? [])
                    .Where(c => !string.IsNullOrWhiteSpace(c?.Text))
                    .Select(c => new FoundComment(c.By, c.At, c.Text)),
            ],
            Files = [.. (task.Files ?? []).Where(f => f is { Path: not null, Name: not null })],
            Origin = new FoundOrigin(
                task.Number,
                task.CreatedBy,
                task.CreatedAt,
                task.StateBy,
                task.StateSince,
                task.Place
            ),
        };

    private static string Key(int number) =>
        number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
