namespace Plimsoll.Domain.Kernel;

/// <summary>Who asks, what she is, and through which door; an argument of every use case and query (PRODUCT 8).</summary>
public sealed record Actor(PersonId Person, Position Position, Door Door)
{
    /// <summary>Work that no person asked for but the time itself: a hold that lapses, a reminder.</summary>
    public static Actor Clock { get; } = new(default, Position.Owner, Door.Clock);

    /// <summary>Whether the right is hers at all; how far it goes is <see cref="ReachOf"/>.</summary>
    public bool May(Right right) => ReachOf(right) is not Reach.None;

    /// <summary>On what she has the right: nothing, her own, or all.</summary>
    public Reach ReachOf(Right right) => Rights.Of(Position, right);
}
