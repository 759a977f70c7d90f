namespace Plimsoll.Web.Platform.Feeds;

/// <summary>Whole days that stand in somebody's calendar.</summary>
/// <param name="Uid">The same for as long as the thing exists, wherever the server moves.</param>
/// <param name="Last">The last day, included.</param>
/// <param name="Sequence">Grows with each change of the thing.</param>
/// <param name="Changed">When it was changed last; none when nobody knows.</param>
/// <param name="IsBusy">Whether she is taken on these days, or only told something about them.</param>
/// <param name="IsTask">Something to be done by the last day: a to-do for those who ask for to-dos.</param>
public sealed record CalendarEntry(
    string Uid,
    string Title,
    DateOnly First,
    DateOnly Last,
    int Sequence = 0,
    DateTime? Changed = null,
    bool IsBusy = false,
    string? Description = null,
    string? Link = null,
    bool IsTask = false
);

/// <summary>The days that are asked for.</summary>
public readonly record struct DaySpan(DateOnly First, DateOnly Last);
