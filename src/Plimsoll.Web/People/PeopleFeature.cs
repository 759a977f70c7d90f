using Plimsoll.Domain.Kernel;
using Plimsoll.Web.People.Api;
using Plimsoll.Web.People.Queries;
using Plimsoll.Web.People.UseCases;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Feeds;
using Plimsoll.Web.Platform.Http;

namespace Plimsoll.Web.People;

/// <summary>The front door of the room: its services and routes.</summary>
public static class PeopleFeature
{
    public static void AddPeople(this IServiceCollection services)
    {
        services.AddSingleton<AgencyDay>();
        services.AddSingleton<INameThings, PeopleNames>();
        services.AddSingleton<IWhoMay, WhoMay>();
        services.AddSingleton<ICalendarEntries, OwnCalendarEntries>();
        AddQueries(services);
        AddUseCases(services);
        services.AddSingleton(
            new NavItem("people.nav", "/people", "people", 20, a => a.May(Right.SeeOwnTeam))
        );
        services.AddSingleton(
            new NavItem("absences.nav", "/absences", "away", 50, a => a.May(Right.SeeOwnTeam), true)
        );
        services.AddSingleton(
            new NavItem(
                "workspace.nav",
                "/settings/workspace",
                "settings",
                100,
                a => a.May(Right.Settings)
            )
        );
        services.AddSingleton(
            new NavItem(
                "teams.nav",
                "/settings/teams",
                "people",
                110,
                a => a.May(Right.ManagePeople)
            )
        );
        services.AddSingleton(
            new NavItem(
                "roles.nav",
                "/settings/roles",
                "person",
                111,
                a => a.May(Right.ManagePeople)
            )
        );
        services.AddSingleton(
            new NavItem(
                "calendars.nav",
                "/settings/calendars",
                "calendar",
                112,
                a => a.May(Right.ManagePeople)
            )
        );
    }

    public static void MapPeople(this RouteGroupBuilder api)
    {
        PeopleApi.Map(api);
        WorkPatternsApi.Map(api);
        RolesApi.Map(api);
        TeamsApi.Map(api);
        CalendarsApi.Map(api);
        CalendarDaysApi.Map(api);
        WorkspaceApi.Map(api);
        AbsencesApi.Map(api);
    }

    private static void AddQueries(IServiceCollection services)
    {
        services.AddScoped<PersonList>();
        services.AddScoped<PersonCard>();
        services.AddScoped<PeopleChoices>();
        services.AddScoped<RoleList>();
        services.AddScoped<TeamList>();
        services.AddScoped<CalendarList>();
        services.AddScoped<CalendarYear>();
        services.AddScoped<HolidayPreview>();
        services.AddScoped<WorkspaceSettings>();
        services.AddScoped<AbsenceList>();
        services.AddScoped<AbsenceCost>();
        services.AddScoped<AbsenceQueue>();
        services.AddScoped<WhoIsAway>();
    }

    private static void AddUseCases(IServiceCollection services)
    {
        services.AddScoped<HirePerson>();
        services.AddScoped<ChangePerson>();
        services.AddScoped<SetWorkPattern>();
        services.AddScoped<RemoveWorkPattern>();
        services.AddScoped<ArchivePerson>();
        services.AddScoped<RestorePerson>();
        services.AddScoped<DeletePerson>();
        services.AddScoped<AddRole>();
        services.AddScoped<RenameRole>();
        services.AddScoped<ArchiveRole>();
        services.AddScoped<DeleteRole>();
        services.AddScoped<AddTeam>();
        services.AddScoped<ChangeTeam>();
        services.AddScoped<ArchiveTeam>();
        services.AddScoped<DeleteTeam>();
        services.AddScoped<AddCalendar>();
        services.AddScoped<ChangeCalendar>();
        services.AddScoped<SetCalendarDay>();
        services.AddScoped<RemoveCalendarDay>();
        services.AddScoped<ImportHolidays>();
        services.AddScoped<DeleteCalendar>();
        services.AddScoped<ChangeWorkspace>();
        services.AddScoped<AskAbsence>();
        services.AddScoped<DecideAbsences>();
        services.AddScoped<WithdrawAbsence>();
        services.AddScoped<ViewList>();
        services.AddScoped<SaveView>();
        services.AddScoped<DropView>();
    }
}
