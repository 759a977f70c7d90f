using Microsoft.AspNetCore.Http.Features;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Clients.Queries;
using Plimsoll.Web.Load.Api;
using Plimsoll.Web.Load.Jobs;
using Plimsoll.Web.Load.Pages;
using Plimsoll.Web.Load.Queries;
using Plimsoll.Web.Load.UseCases;
using Plimsoll.Web.Platform.Http;

namespace Plimsoll.Web.Load;

/// <summary>The front door of the room: its services and routes.</summary>
public static class LoadFeature
{
    public static void AddLoad(this IServiceCollection services)
    {
        services.AddScoped<LoadBoard>();
        services.AddScoped<WholeBoard>();
        services.AddScoped<BoardChoices>();
        services.AddScoped<DraftImport>();
        services.AddScoped<BringSheet>();
        services.AddScoped<AnswerImport>();
        services.AddScoped<DropImport>();
        services.AddScoped<StartImport>();
        services.AddScoped<ApplyImport>();
        services.AddScoped<UndoImport>();
        services.AddScoped<PutBackImports>();
        services.AddSingleton<ImportRunner>();
        services.AddHostedService(s => s.GetRequiredService<ImportRunner>());
        // The questions of an import have a field for each name in the sheet.
        services.Configure<FormOptions>(o => o.ValueCountLimit = 20_000);
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
    }

    public static void MapLoad(this RouteGroupBuilder api)
    {
        ExportApi.Map(api);
        ImportApi.Map(api);
    }

    public static void MapLoadPages(this IEndpointRouteBuilder app)
    {
        app.MapBoardFragments();
        ExportApi.MapPages(app);
        app.MapSheetUpload();
    }
}
