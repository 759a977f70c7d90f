using Plimsoll.Web.Desk.UseCases;

namespace Plimsoll.Web.Desk;

/// <summary>Pages that show several rooms at once.</summary>
public static class DeskFeature
{
    public static void AddDesk(this IServiceCollection services) =>
        services.AddScoped<LoadDataset>();
}
