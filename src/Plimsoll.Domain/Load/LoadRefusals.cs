using Plimsoll.Domain.Kernel;

namespace Plimsoll.Domain.Load;

/// <summary>A person's week that is over the line.</summary>
public readonly record struct WeekOfPerson(PersonId Person, Week Week);

/// <summary>Settled time would take these weeks over the line: allowed, but somebody says why.</summary>
public sealed record OverTheLineNeedsReason(IReadOnlyList<WeekOfPerson> Weeks)
    : Refusal("over-the-line-needs-reason")
{
    public override string Field => "reason";
    public override IReadOnlyDictionary<string, object> Words =>
        new Dictionary<string, object> { ["weeks"] = Weeks.Count };

    public bool Equals(OverTheLineNeedsReason? other) =>
        other is not null && Weeks.SequenceEqual(other.Weeks);

    public override int GetHashCode() => Weeks.Count;
}

/// <summary>The day until which the time was held has passed.</summary>
public sealed record HoldHasLapsed(DateOnly Until) : Refusal("hold-has-lapsed")
{
    public override IReadOnlyDictionary<string, object> Words =>
        new Dictionary<string, object> { ["until"] = Until };
}

/// <summary>The hold has not come to its end yet.</summary>
public sealed record HoldStillStands(DateOnly Until) : Refusal("hold-still-stands")
{
    public override IReadOnlyDictionary<string, object> Words =>
        new Dictionary<string, object> { ["until"] = Until };
}

/// <summary>Time cannot be held until a day that has passed.</summary>
public sealed record HoldDateHasPassed(DateOnly Until) : Refusal("hold-date-has-passed")
{
    public override string Field => "until";
    public override IReadOnlyDictionary<string, object> Words =>
        new Dictionary<string, object> { ["until"] = Until };
}

/// <summary>Time cannot be held longer than until the end of its week.</summary>
public sealed record HoldOutlivesItsWeek(Week Week) : Refusal("hold-outlives-its-week")
{
    public override string Field => "until";
    public override IReadOnlyDictionary<string, object> Words =>
        new Dictionary<string, object> { ["week"] = Week };
}

/// <summary>Settled time has no hold to extend, confirm or lapse.</summary>
public sealed record BookingIsConfirmed() : Refusal("booking-is-confirmed");

/// <summary>A booking has at least a minute and at most the minutes of a week.</summary>
public sealed record BookingHasNoSuchMinutes(Minutes Planned)
    : Refusal("booking-has-no-such-minutes")
{
    public override RefusalKind Kind => RefusalKind.Malformed;
    public override string Field => "planned";
    public override IReadOnlyDictionary<string, object> Words =>
        new Dictionary<string, object>
        {
            ["minutes"] = Planned.Value,
            ["limit"] = Booking.MinutesAtMost,
        };
}

/// <summary>A share of a week without nominal time is nothing; hours can still be planned there (PRODUCT 2).</summary>
public sealed record ShareOfNothing() : Refusal("share-of-nothing")
{
    public override string Field => "planned";
}

/// <summary>What a cell holds, as against what somebody thought it did.</summary>
public sealed record CellNow(CellKey Key, PlanCell Now, DateOnly? HoldUntil);

/// <summary>Somebody else changed these cells first; with what they hold now (PRODUCT 9.2).</summary>
public sealed record CellChangedMeanwhile(IReadOnlyList<CellNow> Cells)
    : Refusal("cell-changed-meanwhile")
{
    public override RefusalKind Kind => RefusalKind.ChangedMeanwhile;
    public override IReadOnlyDictionary<string, object> Words =>
        new Dictionary<string, object> { ["n"] = Cells.Count };

    public bool Equals(CellChangedMeanwhile? other) =>
        other is not null && Cells.SequenceEqual(other.Cells);

    public override int GetHashCode() => Cells.Count;
}

/// <summary>A law said no to some cells of a change; nothing of it was done.</summary>
public sealed record CellsRefused(Refusal Why, IReadOnlyList<CellKey> Cells) : Refusal(Why.Code)
{
    public override RefusalKind Kind => Why.Kind;
    public override string? Field => Why.Field;
    public override IReadOnlyDictionary<string, object> Words => Why.Words;

    public bool Equals(CellsRefused? other) =>
        other is not null && Why == other.Why && Cells.SequenceEqual(other.Cells);

    public override int GetHashCode() => HashCode.Combine(Why, Cells.Count);
}

/// <summary>A change names 1 to <paramref name="Limit"/> cells, and each of them once.</summary>
public sealed record TooManyCells(int Limit) : Refusal("too-many-cells")
{
    public override RefusalKind Kind => RefusalKind.Malformed;
    public override string Field => "changes";
    public override IReadOnlyDictionary<string, object> Words =>
        new Dictionary<string, object> { ["limit"] = Limit };
}

/// <summary>The project is closed or archived: nothing new is planned on it.</summary>
public sealed record ProjectIsClosed(ProjectId Project) : Refusal("project-is-closed")
{
    public override string Field => "project";
}

/// <summary>The person has left before that week begins, or was archived.</summary>
public sealed record PersonHasLeft(PersonId Person, Week Week) : Refusal("person-has-left")
{
    public override string Field => "person";
    public override IReadOnlyDictionary<string, object> Words =>
        new Dictionary<string, object> { ["week"] = Week };
}
