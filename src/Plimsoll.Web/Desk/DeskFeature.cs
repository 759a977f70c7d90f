using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Desk.Api;
using Plimsoll.Web.Desk.Pages.Parts;
using Plimsoll.Web.Desk.Queries;
using Plimsoll.Web.Desk.UseCases;
using Plimsoll.Web.Platform.Http;

namespace Plimsoll.Web.Desk;

/// <summary>Pages that show several rooms at once.</summary>
public static class DeskFeature
{
    public static void AddDesk(this IServiceCollection services)
    {
        services.AddScoped<LoadDataset>();
        services.AddScoped<FillSample>();
        services.AddScoped<ApiReference>();
        services.AddScoped<Find>();
        services.AddScoped<WhoActs>();
        services.AddSingleton(new ShellPart(typeof(CommandPalette), IsStaff));
        services.AddSingleton(new NavItem("desk.search", "/search", "search", 5, IsStaff));
        services.AddSingleton(
            new NavItem("desk.activity", "/activity", "activity", 90, a => a.May(Right.SeeAudit))
        );
        services.AddScoped<MyNotices>();
        services.AddScoped<ReadNotices>();
        services.AddSingleton(
            new NavItem(
                "notices.nav",
                "/notices",
                "bell",
                85,
                _ => true,
                Waiting: (room, who, ct) => room.GetRequiredService<MyNotices>().Unread(who, ct)
            )
        );
        services.AddSingleton(
            new NavItem("mail.nav", "/settings/mail", "mail", 180, who => who.May(Right.Settings))
        );
        services.AddSingleton(
            new NavItem(
                "webhooks.nav",
                "/settings/webhooks",
                "webhook",
                185,
                who => who.May(Right.Settings)
            )
        );
        services.AddSingleton(
            new NavItem(
                "developers.nav",
                "/developers",
                "key",
                190,
                who => who.Position != Position.ClientGuest
            )
        );
    }

    public static void MapDesk(this RouteGroupBuilder api)
    {
        DeskApi.Map(api);
        NoticesApi.Map(api);
        WebhooksApi.Map(api);
    }

    private static bool IsStaff(Actor actor) => actor.May(Right.SeeOwnTeam);
}
