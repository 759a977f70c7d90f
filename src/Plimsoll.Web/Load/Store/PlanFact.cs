using System.Text.Json;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Load;
using Plimsoll.Web.Platform.Activity;

namespace Plimsoll.Web.Load.Store;

/// <summary>
/// What facts of the plan are called and what they carry: the cell, what it held and what it holds. Their subject is
/// the person. Live boards and a cell's history are made of them.
/// </summary>
internal static class PlanFact
{
    public const string Booked = "load.time-booked";
    public const string Changed = "load.time-changed";
    public const string Cleared = "load.time-cleared";
    public const string Confirmed = "load.time-confirmed";
    public const string Held = "load.time-held";
    public const string Moved = "load.time-moved";
    public const string Lapsed = "load.hold-lapsed";

    public static IReadOnlyList<string> Kinds { get; } =
    [Booked, Changed, Cleared, Confirmed, Held, Moved, Lapsed];

    public sealed record Told(Guid Person, Guid Project, string Week, Parts Was, Parts Now)
    {
        public CellKey? Key =>
            Domain.Kernel.Week.TryParse(Week, out var week)
                ? new CellKey(new PersonId(Person), new ProjectId(Project), week)
                : null;
    }

    public sealed record Parts(int Confirmed, int Tentative);

    public static string Kind(PlanCell was, PlanCell now)
    {
        if (now.IsEmpty)
            return Cleared;
        if (now.Confirms(was))
            return Confirmed;
        if (was.IsEmpty)
            return now.Confirmed > Minutes.Zero ? Booked : Held;
        return now.Confirmed == Minutes.Zero && was.Tentative == Minutes.Zero ? Held : Changed;
    }

    public static Told About(CellKey key, PlanCell was, PlanCell now) =>
        new(key.Person.Value, key.Project.Value, key.Week.ToString(), Of(was), Of(now));

    public static Told? Read(string? about) =>
        about is null ? null : JsonSerializer.Deserialize<Told>(about, FactJson.Options);

    private static Parts Of(PlanCell cell) => new(cell.Confirmed.Value, cell.Tentative.Value);
}
