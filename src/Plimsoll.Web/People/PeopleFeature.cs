using Plimsoll.Web.People.Queries;
using Plimsoll.Web.Platform.Activity;

namespace Plimsoll.Web.People;

/// <summary>The front door of the room: its services and routes.</summary>
public static class PeopleFeature
{
    public static void AddPeople(this IServiceCollection services) =>
        services.AddSingleton<AgencyDay>().AddSingleton<INameThings, PeopleNames>();

    public static void MapPeople(this RouteGroupBuilder api) { }
}
