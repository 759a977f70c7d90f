using Plimsoll.Domain.Kernel;

namespace Plimsoll.Domain.Tasks;

/// <summary>What can be said to a comment without a word: a closed set.</summary>
public enum Reaction
{
    ThumbsUp,
    Heart,
    Laugh,
    Party,
    Eyes,
    Check,
}

/// <summary>
/// Somebody's reaction to a comment, each kind once. It is no part of the comment: it takes no version of it, so that
/// nobody's edit is refused for a thumb.
/// </summary>
public sealed class CommentReaction
{
    public CommentId Comment { get; private set; }

    public PersonId Person { get; private set; }

    public Reaction Kind { get; private set; }

    public DateTime At { get; private set; }

    private CommentReaction() { }

    public static CommentReaction Of(
        CommentId comment,
        PersonId person,
        Reaction kind,
        DateTime at
    ) =>
        new()
        {
            Comment = comment,
            Person = person,
            Kind = kind,
            At = at,
        };
}
