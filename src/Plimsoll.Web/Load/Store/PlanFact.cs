using System.Text.Json;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Load;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Load.Store;

/// <summary>
/// What facts of the plan are called and what they carry. Their subject is the person; they are about a cell, and
/// their changes say what it held and what it holds. Live boards and a cell's history are made of them.
/// </summary>
internal static class PlanFact
{
    public const string Booked = "load.time-booked";
    public const string Changed = "load.time-changed";
    public const string Cleared = "load.time-cleared";
    public const string Confirmed = "load.time-confirmed";
    public const string Held = "load.time-held";
    public const string Extended = "load.hold-extended";
    public const string Moved = "load.time-moved";
    public const string Lapsed = "load.hold-lapsed";
    public const string PutBack = "load.time-put-back";

    public static IReadOnlyList<string> Kinds { get; } =
    [Booked, Changed, Cleared, Confirmed, Held, Extended, Moved, Lapsed, PutBack];

    /// <summary>A change of a cell, as it was recorded.</summary>
    /// <param name="WasHoldUntil">Until when it was held; only where that changed, as with what it is.</param>
    /// <param name="Before">All that stood there, to be put back; none where the clock did it.</param>
    public sealed record Told(
        CellKey Key,
        PlanCell Was,
        PlanCell Now,
        DateOnly? WasHoldUntil,
        DateOnly? HoldUntil,
        CellState? Before = null,
        CellState? After = null
    );

    private sealed record Place(Guid Person, Guid? Project, string Week);

    private sealed record Parts(
        int[]? Confirmed,
        int[]? Tentative,
        DateOnly?[]? HoldUntil,
        Stood? Before,
        Stood? After
    );

    private sealed record Stood(Promised? Settled, Promised? Held, DateOnly? Until)
    {
        public static Stood Of(CellState state) =>
            new(Promised.Of(state.Settled), Promised.Of(state.Held), state.HoldUntil);

        public CellState State(PlanCell cell) => new(cell, Until, Settled?.Promise, Held?.Promise);
    }

    private sealed record Promised(Guid Owner, string? Reason)
    {
        public static Promised? Of(Promise? promise) =>
            promise is null ? null : new(promise.Owner.Value, promise.Reason);

        public Promise Promise => new(new(Owner), Reason);
    }

    public static string Kind(PlanCell was, PlanCell now)
    {
        if (now == was)
            return Extended;
        if (now.IsEmpty)
            return Cleared;
        if (now.Confirms(was))
            return Confirmed;
        if (was.IsEmpty)
            return now.Confirmed > Minutes.Zero ? Booked : Held;
        return now.Confirmed == Minutes.Zero && was.Tentative == Minutes.Zero ? Held : Changed;
    }

    public static void RecordPlan(
        this PlimsollDb db,
        string kind,
        Actor actor,
        DateTime now,
        Told told,
        Guid? batch = null
    )
    {
        var changes = new Dictionary<string, object>();
        var (was, become) = (told.Was, told.Now);
        if (was.Confirmed != become.Confirmed)
            changes["confirmed"] = new[] { was.Confirmed.Value, become.Confirmed.Value };
        if (was.Tentative != become.Tentative)
            changes["tentative"] = new[] { was.Tentative.Value, become.Tentative.Value };
        // What did not change is told as well: the history of a cell shows all that stood in it.
        foreach (
            var (name, same) in (ReadOnlySpan<(string, Minutes)>)
                [("confirmed", become.Confirmed), ("tentative", become.Tentative)]
        )
            if (same > Minutes.Zero)
                _ = changes.TryAdd(name, new[] { same.Value, same.Value });
        if (told.WasHoldUntil != told.HoldUntil)
            changes["holdUntil"] = new[] { told.WasHoldUntil, told.HoldUntil };
        if (told.Before is { } before)
            changes["before"] = Stood.Of(before);
        if (told.After is { } after)
            changes["after"] = Stood.Of(after);
        var (person, project, week) = told.Key;
        db.Record(kind, person.Value, actor, now, changes, About(person, project, week), batch);
    }

    /// <summary>The cell a fact is about; the project may be missing.</summary>
    public static object About(PersonId person, ProjectId? project, Week week) =>
        new Place(person.Value, project?.Value, week.ToString());

    public static Told? Read(FactRow fact) => Read(fact.About, fact.Changes);

    public static Told? Read(string? about, string? changes)
    {
        if (about is null)
            return null;
        var place = JsonSerializer.Deserialize<Place>(about, FactJson.Options);
        if (place?.Project is not { } project || !Week.TryParse(place.Week, out var week))
            return null;
        var parts = changes is null
            ? new Parts(null, null, null, null, null)
            : JsonSerializer.Deserialize<Parts>(changes, FactJson.Options)!;
        var was = new PlanCell(At(parts.Confirmed, 0), At(parts.Tentative, 0));
        var now = new PlanCell(At(parts.Confirmed, 1), At(parts.Tentative, 1));
        return new Told(
            new CellKey(new(place.Person), new(project), week),
            was,
            now,
            parts.HoldUntil?[0],
            parts.HoldUntil?[1],
            parts.Before?.State(was),
            parts.After?.State(now)
        );
    }

    /// <summary>Finds the facts of a project and week among those of a person.</summary>
    public static string Like(ProjectId project, Week week) =>
        $"%\"project\":\"{project}\",\"week\":\"{week}\"%";

    private static Minutes At(int[]? steps, int at) => new(steps is [_, _] ? steps[at] : 0);
}
