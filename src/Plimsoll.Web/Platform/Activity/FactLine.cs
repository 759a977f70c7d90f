using Plimsoll.Domain.Kernel;

namespace Plimsoll.Web.Platform.Activity;

/// <summary>A fact as it is read: who did what to which thing, what was there before, when, through which door.</summary>
/// <param name="By">None when the clock did it.</param>
/// <param name="Thing">The subject by its name; none when no room has a name for it.</param>
/// <param name="Batch">The number that what was done in one go has in common.</param>
/// <param name="Others">How many more facts of the same go this line stands for.</param>
public sealed record FactLine(
    long Id,
    DateTime At,
    NamedThing? By,
    Door Door,
    string Kind,
    Guid Subject,
    NamedThing? Thing,
    IReadOnlyList<FactChange> Changes,
    IReadOnlyList<FactWord> About,
    Guid? Batch,
    int Others
)
{
    /// <summary>The room that tells it: the first word of its kind.</summary>
    public string Room => Kind.Split('.')[0];
}

/// <summary>A property that was one thing and is another now; a new thing has no before, a removed one no after.</summary>
public sealed record FactChange(string Property, FactValue? Before, FactValue? After);

/// <summary>What the fact is about besides its subject.</summary>
public sealed record FactWord(string Name, FactValue Value);

/// <summary>A value as it was recorded, and the thing it names when it is an id.</summary>
public sealed record FactValue(string Text, NamedThing? Thing, bool IsNumber);
