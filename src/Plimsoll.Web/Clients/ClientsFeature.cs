using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Clients.Api;
using Plimsoll.Web.Clients.Queries;
using Plimsoll.Web.Clients.UseCases;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Http;

namespace Plimsoll.Web.Clients;

/// <summary>The front door of the room: its services and routes.</summary>
public static class ClientsFeature
{
    public static void AddClients(this IServiceCollection services)
    {
        services.AddScoped<AddClient>();
        services.AddScoped<ChangeClient>();
        services.AddScoped<ArchiveClient>();
        services.AddScoped<RestoreClient>();
        services.AddScoped<DeleteClient>();
        services.AddScoped<AddProject>();
        services.AddScoped<ChangeProject>();
        services.AddScoped<ChangeStage>();
        services.AddScoped<ArchiveProject>();
        services.AddScoped<RestoreProject>();
        services.AddScoped<DeleteProject>();
        services.AddScoped<AddStream>();
        services.AddScoped<RenameStream>();
        services.AddScoped<RemoveStream>();

        services.AddScoped<ClientList>();
        services.AddScoped<ClientCard>();
        services.AddScoped<ClientChoices>();
        services.AddScoped<ProjectList>();
        services.AddScoped<ProjectCard>();
        services.AddSingleton<INameThings, ClientNames>();

        services.AddSingleton(new NavItem("clients.nav", "/clients", "client", 30, SeesClients));
        services.AddSingleton(
            new NavItem(
                "clients.projects.nav",
                "/projects",
                "project",
                40,
                a => a.May(Right.SeeOwnTeam),
                OnPhone: true
            )
        );
    }

    public static void MapClients(this RouteGroupBuilder api)
    {
        ClientsApi.Map(api);
        ProjectsApi.Map(api);
        ProjectStateApi.Map(api);
        StreamsApi.Map(api);
    }

    private static bool SeesClients(Actor actor) =>
        actor.May(Right.SeeAllClients) || actor.May(Right.ManageClients);
}
