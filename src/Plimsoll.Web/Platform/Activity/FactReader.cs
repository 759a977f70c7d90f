using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Platform.Activity;

/// <summary>Makes lines of facts: reads their JSON and asks each room what the things in it are called.</summary>
public sealed class FactReader(IEnumerable<INameThings> rooms)
{
    internal async Task<IReadOnlyList<FactLine>> Read(
        PlimsollDb db,
        IReadOnlyList<FactRow> facts,
        IReadOnlyDictionary<Guid, int> inBatch,
        CancellationToken ct
    )
    {
        var parsed = facts
            .Select(f => (Fact: f, Changes: Object(f.Changes), About: Object(f.About)))
            .ToList();
        var ids = new HashSet<Guid>();
        foreach (var (fact, changes, about) in parsed)
        {
            ids.Add(fact.Subject);
            if (fact.By is { } by)
                ids.Add(by.Value);
            ids.UnionWith(Ids(changes));
            ids.UnionWith(Ids(about));
        }
        var names = await Names(db, ids, ct);
        return
        [
            .. parsed.Select(p => new FactLine(
                p.Fact.Id,
                p.Fact.At,
                p.Fact.By is { } by
                    ? names.GetValueOrDefault(by.Value) ?? new NamedThing(by.Value, "?")
                    : null,
                p.Fact.Door,
                p.Fact.Kind,
                p.Fact.Subject,
                names.GetValueOrDefault(p.Fact.Subject),
                Changes(p.Changes, names),
                About(p.About, names),
                p.Fact.Batch,
                p.Fact.Batch is { } batch ? inBatch.GetValueOrDefault(batch, 1) - 1 : 0
            )),
        ];
    }

    private async Task<Dictionary<Guid, NamedThing>> Names(
        PlimsollDb db,
        HashSet<Guid> ids,
        CancellationToken ct
    )
    {
        var names = new Dictionary<Guid, NamedThing>();
        foreach (var room in rooms)
        foreach (var thing in await room.Name(db, ids, ct))
            names[thing.Id] = thing;
        await NameTheGone(db, [.. ids.Where(i => !names.ContainsKey(i))], names, ct);
        return names;
    }

    /// <summary>What was deleted has the name that it had when it was.</summary>
    private static async Task NameTheGone(
        PlimsollDb db,
        List<Guid> gone,
        Dictionary<Guid, NamedThing> names,
        CancellationToken ct
    )
    {
        if (gone.Count == 0)
            return;
        var last = await db.Facts()
            .Where(f => gone.Contains(f.Subject) && f.Kind.EndsWith("-deleted"))
            .OrderByDescending(f => f.Id)
            .Select(f => new { f.Subject, f.Changes })
            .Take(1000)
            .ToListAsync(ct);
        foreach (var fact in last)
            if (
                Object(fact.Changes) is { } changes
                && changes.TryGetProperty("name", out var name)
                && name is { ValueKind: JsonValueKind.Array }
                && name[0].GetString() is { } text
            )
                names[fact.Subject] = new NamedThing(fact.Subject, text);
    }

    private static IReadOnlyList<FactChange> Changes(
        JsonElement? changes,
        Dictionary<Guid, NamedThing> names
    ) =>
        changes is not { } json
            ? []
            :
            [
                .. json.EnumerateObject()
                    .Where(p =>
                        p.Name != "id"
                        && p.Value.ValueKind == JsonValueKind.Array
                        && p.Value.GetArrayLength() == 2
                    )
                    .Select(p => new FactChange(
                        p.Name,
                        Value(p.Value[0], names),
                        Value(p.Value[1], names)
                    )),
            ];

    private static IReadOnlyList<FactWord> About(
        JsonElement? about,
        Dictionary<Guid, NamedThing> names
    ) =>
        about is not { } json
            ? []
            :
            [
                .. json.EnumerateObject()
                    .Select(p => (p.Name, Value: Value(p.Value, names)))
                    .Where(p => p.Value is not null)
                    .Select(p => new FactWord(p.Name, p.Value!)),
            ];

    private static FactValue? Value(JsonElement json, Dictionary<Guid, NamedThing> names) =>
        json.ValueKind switch
        {
            JsonValueKind.Null or JsonValueKind.Undefined => null,
            JsonValueKind.Number => new FactValue(json.GetRawText(), null, IsNumber: true),
            JsonValueKind.String => new FactValue(
                json.GetString()!,
                Guid.TryParse(json.GetString(), out var id) ? names.GetValueOrDefault(id) : null,
                IsNumber: false
            ),
            JsonValueKind.Array => Together(json.EnumerateArray(), names),
            JsonValueKind.Object => Together(json.EnumerateObject().Select(p => p.Value), names),
            _ => new FactValue(json.GetRawText(), null, IsNumber: false),
        };

    private static FactValue? Together(
        IEnumerable<JsonElement> parts,
        Dictionary<Guid, NamedThing> names
    )
    {
        var words = parts
            .Select(p => Value(p, names))
            .OfType<FactValue>()
            .Select(v => v.Thing?.Name ?? v.Text)
            .ToList();
        return words.Count == 0
            ? null
            : new FactValue(string.Join(", ", words), null, IsNumber: false);
    }

    private static IEnumerable<Guid> Ids(JsonElement? json)
    {
        if (json is not { } there)
            yield break;
        foreach (var property in there.EnumerateObject())
        foreach (var id in Ids(property.Value))
            yield return id;
    }

    private static IEnumerable<Guid> Ids(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().SelectMany(Ids)
        : value.ValueKind == JsonValueKind.String && Guid.TryParse(value.GetString(), out var id)
            ? [id]
        : [];

    private static JsonElement? Object(string? json)
    {
        if (json is null)
            return null;
        using var document = JsonDocument.Parse(json);
        return document.RootElement.ValueKind == JsonValueKind.Object
            ? document.RootElement.Clone()
            : null;
    }
}
