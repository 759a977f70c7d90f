using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Clients.Queries;
using Plimsoll.Web.Load.Api;
using Plimsoll.Web.Load.Jobs;
using Plimsoll.Web.Load.Live;
using Plimsoll.Web.Load.Mail;
using Plimsoll.Web.Load.Pages;
using Plimsoll.Web.Load.Queries;
using Plimsoll.Web.Load.UseCases;
using Plimsoll.Web.People.Api;
using Plimsoll.Web.Platform.Http;
using Plimsoll.Web.Platform.Imports;

namespace Plimsoll.Web.Load;

/// <summary>The front door of the room: its services and routes.</summary>
public static class LoadFeature
{
    public static void AddLoad(this IServiceCollection services)
    {
        services.AddScoped<WholeBoard>();
        services.AddScoped<BoardChoices>();
        services.AddScoped<DraftImport>();
        services.AddScoped<BringSheet>();
        services.AddScoped<AnswerImport>();
        services.AddScoped<ApplyImport>();
        services.AddScoped<UndoImport>();
        services.AddSingleton<LoadImports>();
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
        services.AddScoped<LoadOfWeeks>();
        services.AddScoped<PersonWeeks>();
        services.AddScoped<CellCard>();
        services.AddScoped<CellRemarks>();
        services.AddScoped<ChangePlan>();
        services.AddScoped<UndoPlan>();
        services.AddScoped<ConfirmHold>();
        services.AddScoped<ExtendHold>();
        services.AddScoped<ReleaseHold>();
        services.AddScoped<HandOverHold>();
        services.AddScoped<StaffDemand>();
        services.AddScoped<CommentOnCell>();
        services.AddScoped<RemoveComment>();
        services.AddScoped<LapseHolds>();
        services.AddScoped<HoldAgain>();
        services.AddScoped<LapsedHoldLetter>();
        services.AddScoped<PlanAnswer>();
        services.AddSingleton<OtherNodes>();
        services.AddSingleton<BoardFeed>();
        services.AddHostedService(s => s.GetRequiredService<BoardFeed>());
    }

    public static void MapLoad(this RouteGroupBuilder api)
    {
        LoadApi.Map(api);
        HoldsApi.Map(api);
        CommentsApi.Map(api);
        ViewsApi.Map(api, "load", "Board", "Load");
        ExportApi.Map(api);
        ImportApi.Map(api);
    }

    /// <summary>What the board's own script and links ask for, besides the interface for programs.</summary>
    public static void MapBoard(this IEndpointRouteBuilder app)
    {
        app.MapBoardFragments();
        LiveBoard.Map(app);
        ExportApi.MapPages(app);
        app.MapImportPages(app.ServiceProvider.GetRequiredService<LoadImports>());
    }
}
