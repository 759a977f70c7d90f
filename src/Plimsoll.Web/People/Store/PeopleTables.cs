using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.People;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.People.Store;

/// <summary>The tables of this room.</summary>
public static class PeopleTables
{
    public static DbSet<Workspace> Workspaces(this PlimsollDb db) => db.Set<Workspace>();

    public static DbSet<Person> People(this PlimsollDb db) => db.Set<Person>();

    public static DbSet<Role> Roles(this PlimsollDb db) => db.Set<Role>();

    public static DbSet<Team> Teams(this PlimsollDb db) => db.Set<Team>();

    public static DbSet<HolidayCalendar> HolidayCalendars(this PlimsollDb db) =>
        db.Set<HolidayCalendar>();

    public static DbSet<Absence> Absences(this PlimsollDb db) => db.Set<Absence>();

    public static DbSet<SavedView> SavedViews(this PlimsollDb db) => db.Set<SavedView>();
}
