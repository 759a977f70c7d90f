using Plimsoll.Web.Platform.Text;

namespace Plimsoll.Web.Platform.Activity;

/// <summary>A thing by its id, and its name if it has one.</summary>
public sealed record ThingWire(Guid Id, string? Name);

/// <summary>A property that was one thing and is another now; values as they were recorded.</summary>
public sealed record FactChangeWire(string Property, string? Before, string? After);

/// <summary>A recorded change: who did what to which thing, when and through which door.</summary>
/// <param name="By">None when the clock did it.</param>
/// <param name="About">What it is about besides its subject.</param>
/// <param name="Batch">What was done in one go has one batch.</param>
public sealed record FactWire(
    long Id,
    DateTime At,
    ThingWire? By,
    string Door,
    string Kind,
    ThingWire Subject,
    IReadOnlyList<FactChangeWire> Changes,
    IReadOnlyDictionary<string, string> About,
    Guid? Batch
)
{
    internal static FactWire Of(FactLine line) =>
        new(
            line.Id,
            line.At,
            line.By is { } by ? new(by.Id, by.Name) : null,
            Kebab.Of(line.Door),
            line.Kind,
            new(line.Subject, line.Thing?.Name),
            [
                .. line.Changes.Select(c => new FactChangeWire(
                    c.Property,
                    c.Before?.Text,
                    c.After?.Text
                )),
            ],
            line.About.ToDictionary(w => w.Name, w => w.Value.Text),
            line.Batch
        );
}
