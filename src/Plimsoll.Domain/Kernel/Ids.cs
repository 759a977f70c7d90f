namespace Plimsoll.Domain.Kernel;

/// <summary>An id that knows what it is an id of. Version 7, so that ids sort by creation on both databases.</summary>
public interface IId<TSelf>
    where TSelf : struct, IId<TSelf>
{
    Guid Value { get; }

    static abstract TSelf From(Guid value);
}

public readonly record struct PersonId(Guid Value) : IId<PersonId>
{
    public static PersonId New() => new(Guid.CreateVersion7());

    public static PersonId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

public readonly record struct RoleId(Guid Value) : IId<RoleId>
{
    public static RoleId New() => new(Guid.CreateVersion7());

    public static RoleId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

public readonly record struct TeamId(Guid Value) : IId<TeamId>
{
    public static TeamId New() => new(Guid.CreateVersion7());

    public static TeamId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

public readonly record struct HolidayCalendarId(Guid Value) : IId<HolidayCalendarId>
{
    public static HolidayCalendarId New() => new(Guid.CreateVersion7());

    public static HolidayCalendarId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

public readonly record struct AbsenceId(Guid Value) : IId<AbsenceId>
{
    public static AbsenceId New() => new(Guid.CreateVersion7());

    public static AbsenceId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

public readonly record struct ClientId(Guid Value) : IId<ClientId>
{
    public static ClientId New() => new(Guid.CreateVersion7());

    public static ClientId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

public readonly record struct ProjectId(Guid Value) : IId<ProjectId>
{
    public static ProjectId New() => new(Guid.CreateVersion7());

    public static ProjectId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

public readonly record struct StreamId(Guid Value) : IId<StreamId>
{
    public static StreamId New() => new(Guid.CreateVersion7());

    public static StreamId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

public readonly record struct BookingId(Guid Value) : IId<BookingId>
{
    public static BookingId New() => new(Guid.CreateVersion7());

    public static BookingId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>The only id that long lists are read on by.</summary>
public readonly record struct TaskId(Guid Value) : IId<TaskId>, IComparable<TaskId>
{
    public static TaskId New() => new(Guid.CreateVersion7());

    public static TaskId From(Guid value) => new(value);

    public int CompareTo(TaskId other) => Value.CompareTo(other.Value);

    public static bool operator <(TaskId a, TaskId b) => a.Value < b.Value;

    public static bool operator >(TaskId a, TaskId b) => a.Value > b.Value;

    public static bool operator <=(TaskId a, TaskId b) => a.Value <= b.Value;

    public static bool operator >=(TaskId a, TaskId b) => a.Value >= b.Value;

    public override string ToString() => Value.ToString();
}

public readonly record struct ChecklistItemId(Guid Value) : IId<ChecklistItemId>
{
    public static ChecklistItemId New() => new(Guid.CreateVersion7());

    public static ChecklistItemId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

public readonly record struct CommentId(Guid Value) : IId<CommentId>
{
    public static CommentId New() => new(Guid.CreateVersion7());

    public static CommentId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
