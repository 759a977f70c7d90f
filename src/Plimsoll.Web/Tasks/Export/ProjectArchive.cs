using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Plimsoll.Domain.Clients;
using Plimsoll.Domain.Tasks;
using Plimsoll.Web.Platform.Files;

namespace Plimsoll.Web.Tasks.Export;

/// <summary>
/// A project as it is taken away and brought in again: <c>project.json</c> and the files that hang on its tasks. It names
/// people by their names and tasks by their numbers, and holds no ids, so that the same project gives the same bytes
/// wherever it stands.
/// </summary>
public sealed partial record ProjectArchive(
    string Format,
    ArchivedProject Project,
    IReadOnlyList<ArchivedTask> Tasks
)
{
    public const string Known = "plimsoll-project-1";
    public const string Json = "project.json";

    public static JsonSerializerOptions Options { get; } =
        new(JsonSerializerDefaults.Web)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            WriteIndented = true,
            NewLine = "\n",
            MaxDepth = 16,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, false) },
        };

    /// <summary>Where the n-th file lies, and what a text calls it by.</summary>
    public static string PathOf(int number) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"files/{number}");

    /// <summary>The text with the files it shows or links to by their paths here.</summary>
    public static string? Outside(string? text, IReadOnlyDictionary<Guid, string> paths) =>
        text is null
            ? null
            : Inner()
                .Replace(
                    text,
                    m =>
                        OwnFileId(m.Value) is { } id && paths.TryGetValue(id, out var path)
                            ? path
                            : m.Value
                );

    /// <summary>The text with its files by their addresses.</summary>
    public static string? Inside(string? text, IReadOnlyDictionary<string, string> addresses) =>
        text is null
            ? null
            : Outer().Replace(text, m => addresses.GetValueOrDefault(m.Value, m.Value));

    /// <summary>Always the same bytes for the same project: no moment of its making, one order.</summary>
    public async Task Write(
        Stream to,
        IReadOnlyList<Func<Task<Stream>>> files,
        CancellationToken ct
    )
    {
        using var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);
        await using (var json = Entry(zip, Json))
            await JsonSerializer.SerializeAsync(json, this, Options, ct);
        for (var i = 0; i < files.Count; i++)
        {
            await using var entry = Entry(zip, PathOf(i + 1));
            await using var file = await files[i]();
            await file.CopyToAsync(entry, ct);
        }
    }

    private static Stream Entry(ZipArchive zip, string name)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
        return entry.Open();
    }

    private static Guid? OwnFileId(string address) =>
        Guid.TryParse(address.AsSpan("/files/".Length), out var id) ? id : null;

    [GeneratedRegex(@"/files/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Inner();

    [GeneratedRegex(@"(?<=\()files/\d{1,6}(?=[)\s])")]
    private static partial Regex Outer();
}

/// <param name="Client">Its name; none for internal work.</param>
/// <param name="Streams">By their names.</param>
public sealed record ArchivedProject(
    string Name,
    string? Code,
    string? Client,
    ProjectKind Kind,
    Stage Stage,
    int Colour,
    DateOnly? Starts,
    DateOnly? Ends,
    IReadOnlyList<string>? Streams
);

/// <param name="Place">From the top of the column of its state.</param>
/// <param name="WaitsFor">Numbers of tasks of the same project.</param>
public sealed record ArchivedTask(
    int Number,
    string Title,
    string? Description,
    string? Stream,
    TaskState State,
    DateTime StateSince,
    string? StateBy,
    int Place,
    TaskPriority Priority,
    string? Responsible,
    IReadOnlyList<string>? Helpers,
    string? Reviewer,
    DateOnly? Starts,
    DateOnly? Due,
    int? EstimateMinutes,
    IReadOnlyList<ArchivedLine>? Checklist,
    IReadOnlyList<int>? WaitsFor,
    string? CreatedBy,
    DateTime CreatedAt,
    IReadOnlyList<ArchivedComment>? Comments,
    IReadOnlyList<ArchivedFile>? Files
);

public sealed record ArchivedLine(string Text, string? DoneBy, DateTime? DoneAt);

/// <param name="ToClient">Whether it was said to the client; brought in again it stays inside.</param>
public sealed record ArchivedComment(string? By, DateTime At, bool? ToClient, string Text);

public sealed record ArchivedFile(string Path, string Name);
