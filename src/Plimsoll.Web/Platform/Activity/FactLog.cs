using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Platform.Activity;

/// <summary>Records facts beside the change they tell of; what was there before is read off the change itself.</summary>
public static class FactLog
{
    private static readonly HashSet<string> Unrecorded =
    [
        StoreConventions.Version,
        SearchKeys.Column,
        "PasswordHash",
        "SecurityStamp",
        "ConcurrencyStamp",
        "Secret",
        "FormerSecret",
        "Hash",
    ];

    /// <summary>Says that <paramref name="kind"/> happened to <paramref name="thing"/> (a tracked entity), by whom and when.</summary>
    public static void Record(
        this PlimsollDb db,
        string kind,
        Guid subject,
        Actor actor,
        DateTime now,
        object? thing = null,
        object? about = null,
        Guid? batch = null
    )
    {
        var changes = thing is null ? null : Changes(db.Entry(thing));
        var words = about is null ? null : JsonSerializer.Serialize(about, FactJson.Options);
        Write(db, kind, subject, actor, now, changes, words, batch);
    }

    /// <summary>The same for a change that is not of one row: each property with what it was and what it is.</summary>
    public static void Record(
        this PlimsollDb db,
        string kind,
        Guid subject,
        Actor actor,
        DateTime now,
        IReadOnlyDictionary<string, object> changes,
        object about,
        Guid? batch = null
    ) =>
        Write(
            db,
            kind,
            subject,
            actor,
            now,
            JsonSerializer.Serialize(changes, FactJson.Options),
            JsonSerializer.Serialize(about, FactJson.Options),
            batch
        );

    private static void Write(
        PlimsollDb db,
        string kind,
        Guid subject,
        Actor actor,
        DateTime now,
        string? changes,
        string? about,
        Guid? batch
    ) =>
        db.Facts()
            .Add(
                new FactRow
                {
                    At = now,
                    By = actor.Person == default ? null : actor.Person,
                    Door = actor.Door,
                    Kind = kind,
                    Subject = subject,
                    About = about,
                    Changes = changes,
                    Words = FactKey.Of(changes, about),
                    Batch = batch,
                }
            );

    /// <summary>
    /// The same for a thing that is more than one row: what was there and what is, as the room wrote it. A property
    /// holds <c>[before, after]</c>; whatever else stands there is kept for the room itself and not shown.
    /// </summary>
    public static void Record(
        this PlimsollDb db,
        string kind,
        Guid subject,
        Actor actor,
        DateTime now,
        JsonObject changes,
        object about,
        Guid? batch = null
    ) =>
        db.Facts()
            .Add(
                new FactRow
                {
                    At = now,
                    By = actor.Person == default ? null : actor.Person,
                    Door = actor.Door,
                    Kind = kind,
                    Subject = subject,
                    About = JsonSerializer.Serialize(about, FactJson.Options),
                    Changes = changes.Count == 0 ? null : changes.ToJsonString(FactJson.Options),
                    Batch = batch,
                }
            );

    /// <summary>Facts are recorded as their change is made, so the log has nothing left to do but to refuse altered ones.</summary>
    internal static void Complete(PlimsollDb db)
    {
        foreach (var entry in db.ChangeTracker.Entries<FactRow>())
            if (entry.State is EntityState.Modified or EntityState.Deleted)
                throw new InvalidOperationException("A fact is never altered.");
    }

    private static string? Changes(EntityEntry entry)
    {
        entry.DetectChanges();
        var changes = new JsonObject();
        foreach (var property in entry.Properties)
        {
            if (Unrecorded.Contains(property.Metadata.Name))
                continue;
            var before = entry.State == EntityState.Added ? null : Plain(property.OriginalValue);
            var after = entry.State == EntityState.Deleted ? null : Plain(property.CurrentValue);
            if (
                entry.State == EntityState.Modified && Equals(before, after)
                || before is null && after is null
            )
                continue;
            changes[JsonNamingPolicy.CamelCase.ConvertName(property.Metadata.Name)] = new JsonArray(
                Node(before),
                Node(after)
            );
        }
        return changes.Count == 0 ? null : changes.ToJsonString(FactJson.Options);
    }

    private static object? Plain(object? value) =>
        value switch
        {
            null => null,
            Minutes m => m.Value,
            Week w => w.ToString(),
            int or long or bool => value,
            DateTime d => d.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
            DateOnly d => d.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
            _ => value.ToString(),
        };

    private static JsonValue? Node(object? value) =>
        value switch
        {
            null => null,
            int i => JsonValue.Create(i),
            long l => JsonValue.Create(l),
            bool b => JsonValue.Create(b),
            _ => JsonValue.Create(value.ToString()),
        };
}

/// <summary>How facts are written as JSON.</summary>
public static class FactJson
{
    public static JsonSerializerOptions Options { get; } =
        new(JsonSerializerDefaults.Web)
        {
            Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
}
