using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Clients.Queries;
using Plimsoll.Web.Load.Pages;
using Plimsoll.Web.Load.Queries;
using Plimsoll.Web.Platform.Http;

namespace Plimsoll.Web.Load;

/// <summary>The front door of the room: its services and routes.</summary>
public static class LoadFeature
{
    public static void AddLoad(this IServiceCollection services)
    {
        services.AddScoped<BoardChoices>();
        services.AddSingleton(
            new NavItem(
                "load.nav",
                "/load",
                "load",
                10,
                who => who.May(Right.SeeOwnTeam),
                OnPhone: true
            )
        );
        services.AddSingleton<IBookedProjects, BookedProjects>();
        services.AddScoped<LoadBoard>();
    }

    public static void MapLoad(this RouteGroupBuilder api) { }

    public static void MapLoadPages(this IEndpointRouteBuilder app) => app.MapBoardFragments();
}
