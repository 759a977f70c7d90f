namespace Plimsoll.Web.Clients;

/// <summary>The front door of the room: its services and routes.</summary>
public static class ClientsFeature
{
    public static void AddClients(this IServiceCollection services) { }

    public static void MapClients(this RouteGroupBuilder api) { }
}
