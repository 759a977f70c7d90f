using System.Text.Json;
using System.Text.Json.Serialization;
using Plimsoll.Web.Platform.Sheets;

namespace Plimsoll.Web.Load.Import;

/// <summary>Where a brought spreadsheet stands. While it is worked on, what it was before is where it falls back to.</summary>
public enum ImportState
{
    Draft,
    Applying,
    Applied,
    Undoing,
    Undone,
}

/// <summary>What is to be done with a name of the sheet.</summary>
public enum NameAnswer
{
    /// <summary>It is someone, or something, that is there already.</summary>
    Existing,
    Create,

    /// <summary>A person still to be found; for people only.</summary>
    Placeholder,

    /// <summary>Its cells are left out.</summary>
    Skip,
}

public sealed record PersonAnswer(NameAnswer Kind, Guid? Id = null);

/// <param name="Client">The client of a project to be made; none and no <paramref name="NewClient"/> while nobody has said.</param>
/// <param name="NewClient">The name of a client to be made with it.</param>
public sealed record WorkAnswer(
    NameAnswer Kind,
    Guid? Id = null,
    Guid? Client = null,
    string? NewClient = null,
    bool IsInternal = false
);

/// <summary>What a person said about a sheet; what she did not say is proposed.</summary>
public sealed record ImportAnswers
{
    public AmountUnit? Unit { get; init; }

    /// <summary>By RRGGBB.</summary>
    public IReadOnlyDictionary<string, FillMeaning> Fills { get; init; } =
        new Dictionary<string, FillMeaning>();

    /// <summary>By the name in the sheet.</summary>
    public IReadOnlyDictionary<string, PersonAnswer> People { get; init; } =
        new Dictionary<string, PersonAnswer>();

    /// <summary>By <see cref="FoundWork.Key"/>.</summary>
    public IReadOnlyDictionary<string, WorkAnswer> Work { get; init; } =
        new Dictionary<string, WorkAnswer>();

    /// <summary>Why settled weeks may be over the line.</summary>
    public string? Reason { get; init; }
}

/// <summary>A project named by the sheet, with its client where the sheet has a column for it.</summary>
public sealed record FoundWork(
    string Key,
    string Name,
    string? Client,
    bool LooksInternal,
    int Cells,
    CellAddress Address
)
{
    public static string KeyOf(string project, string? client) =>
        string.IsNullOrEmpty(client) ? project : $"{client} · {project}";

    public static string KeyOf(FoundCell cell) => KeyOf(cell.Project, cell.Client);

    /// <summary>In the order of the sheet; time away is nobody's project.</summary>
    public static IReadOnlyList<FoundWork> In(FoundPlan plan) =>
        [
            .. plan
                .Cells.Where(c => c.Meaning != FillMeaning.Away)
                .GroupBy(KeyOf, StringComparer.OrdinalIgnoreCase)
                .Select(g => new FoundWork(
                    g.Key,
                    g.First().Project,
                    g.First().Client,
                    g.First().Client is { } client && SheetWords.IsInternal(client)
                        || g.All(c => c.Meaning == FillMeaning.Internal),
                    g.Count(),
                    g.First().ProjectAt
                )),
        ];
}

/// <summary>What an import did.</summary>
public sealed record ImportResult(
    int Cells,
    int Absences,
    int Comments,
    IReadOnlyList<string> People,
    IReadOnlyList<string> Placeholders,
    IReadOnlyList<string> Projects,
    IReadOnlyList<string> Clients
)
{
    /// <summary>What undoing it left in place, since something else depends on it by now.</summary>
    public IReadOnlyList<string> Kept { get; init; } = [];
}

/// <summary>What an import made, and what stood in the cells that it replaced.</summary>
public sealed record ImportTrail(
    IReadOnlyList<Guid> Roles,
    IReadOnlyList<Guid> Clients,
    IReadOnlyList<Guid> People,
    IReadOnlyList<Guid> Projects,
    IReadOnlyList<Guid> Absences,
    IReadOnlyList<Guid> Comments,
    IReadOnlyList<ReplacedBooking> Replaced
);

/// <summary>A booking as it stood before an import changed its cell.</summary>
public sealed record ReplacedBooking(
    Guid Person,
    Guid Project,
    DateOnly Week,
    DateOnly? HoldUntil,
    Guid Owner,
    string? Reason
);

/// <summary>How the parts of an import are kept as JSON.</summary>
public static class ImportJson
{
    public static JsonSerializerOptions Options { get; } =
        new(JsonSerializerDefaults.Web)
        {
            Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static T Read<T>(string text) => JsonSerializer.Deserialize<T>(text, Options)!;
}
