using Plimsoll.Domain.Kernel;

namespace Plimsoll.Domain.Clients;

/// <summary>
/// Whose a client or project is: an account manager changes her own and no others (PRODUCT 8). A change is asked
/// before and after it, so that nobody takes over or gives away what only a director may.
/// </summary>
public static class Responsibility
{
    /// <summary>Her own client is the one she answers for.</summary>
    public static bool MayManage(this Actor actor, Client client) =>
        actor.ReachOf(Right.ManageClients) switch
        {
            Reach.All => true,
            Reach.Own => client.AccountManager == actor.Person,
            _ => false,
        };

    /// <summary>Her own project is one that she manages, or one for a client she answers for.</summary>
    /// <param name="client">The client of the project; <c>null</c> for internal work.</param>
    public static bool MayManage(this Actor actor, Project project, Client? client) =>
        actor.ReachOf(Right.ManageClients) switch
        {
            Reach.All => true,
            Reach.Own => project.Manager == actor.Person || client?.AccountManager == actor.Person,
            _ => false,
        };
}
