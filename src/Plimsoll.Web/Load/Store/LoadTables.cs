using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Load;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Load.Store;

/// <summary>The tables of this room.</summary>
public static class LoadTables
{
    public static DbSet<Booking> Bookings(this PlimsollDb db) => db.Set<Booking>();
}
