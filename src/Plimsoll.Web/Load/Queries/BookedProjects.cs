using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Clients.Queries;
using Plimsoll.Web.Load.Store;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Load.Queries;

/// <summary>The projects people are booked on, in whatever week and certainty: what a team works on, it may see (PRODUCT 8).</summary>
public sealed class BookedProjects : IBookedProjects
{
    public IQueryable<ProjectId> Of(PlimsollDb db, IQueryable<PersonId> people) =>
        db.Bookings().Where(b => people.Contains(b.Person)).Select(b => b.Project);
}
