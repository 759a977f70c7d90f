using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Clients;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Clients.Store;

/// <summary>The tables of this room.</summary>
public static class ClientsTables
{
    public static DbSet<Client> Clients(this PlimsollDb db) => db.Set<Client>();

    public static DbSet<Project> Projects(this PlimsollDb db) => db.Set<Project>();
}
