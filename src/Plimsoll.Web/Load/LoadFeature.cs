using Plimsoll.Web.Clients.Queries;
using Plimsoll.Web.Load.Queries;

namespace Plimsoll.Web.Load;

/// <summary>The front door of the room: its services and routes.</summary>
public static class LoadFeature
{
    public static void AddLoad(this IServiceCollection services)
    {
        services.AddSingleton<IBookedProjects, BookedProjects>();
        services.AddScoped<LoadBoard>();
    }

    public static void MapLoad(this RouteGroupBuilder api) { }
}
