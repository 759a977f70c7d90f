using Plimsoll.Domain.Kernel;
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
        services.AddSingleton(
            new NavItem("mail.nav", "/settings/mail", "mail", 180, who => who.May(Right.Settings))
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
}
