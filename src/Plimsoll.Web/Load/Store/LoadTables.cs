using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Load;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Load.Store;

/// <summary>The tables of this room.</summary>
public static class LoadTables
{
    public static DbSet<Booking> Bookings(this PlimsollDb db) => db.Set<Booking>();

    public static DbSet<CellComment> CellComments(this PlimsollDb db) => db.Set<CellComment>();

    public static DbSet<KnownFill> KnownFills(this PlimsollDb db) => db.Set<KnownFill>();

    public static DbSet<BoardPresence> BoardPresences(this PlimsollDb db) =>
        db.Set<BoardPresence>();

    /// <summary>All bookings of some weeks, as figures.</summary>
    internal static IQueryable<PlannedTime> Planned(this PlimsollDb db, Week from, int weeks)
    {
        var (first, last) = (from.Monday, from.Plus(weeks - 1).Monday);
        return db.Set<PlannedTime>().AsNoTracking().Where(t => t.Week >= first && t.Week <= last);
    }
}
