using Plimsoll.Domain.Kernel;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Http;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.SignIn.Store;

namespace Plimsoll.Web.SignIn.Queries;

/// <summary>Who stands at the door, as of this request: her position now, and how she likes to read.</summary>
public sealed record Visitor
{
    public required Guid Account { get; init; }
    public required PersonId Person { get; init; }
    public required Position Position { get; init; }
    public required string Name { get; init; }
    public string? Language { get; init; }
    public string Theme { get; init; } = "auto";
    public bool InHours { get; init; }
    public string? TimeZone { get; init; }
    public string? AgencyZone { get; init; }

    /// <summary>Fills in who asks in this request.</summary>
    public void Enter(
        Asking asking,
        Door door,
        Guid? session,
        IReadOnlyCollection<string>? scopes = null
    )
    {
        asking.SignedIn(new Actor(Person, Position, door), Name, Account, session, scopes);
        if (Platform.Text.Language.Find(Language) is { } language)
            asking.Speak(language);
        asking.Prefers(Theme, InHours, Zone);
    }

    private TimeZoneInfo Zone =>
        (TimeZone ?? AgencyZone) is { } zone
        && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found)
            ? found
            : TimeZoneInfo.Utc;
}

internal static class VisitorsOfStore
{
    /// <summary>Everyone who may come in: with an account, and not archived.</summary>
    public static IQueryable<Visitor> Visitors(this PlimsollDb db) =>
        db.Accounts()
            .Join(
                db.People().Where(p => p.Archived == null),
                a => a.Person,
                p => p.Id,
                (a, p) =>
                    new Visitor
                    {
                        Account = a.Id,
                        Person = p.Id,
                        Position = p.Position,
                        Name = p.Name,
                        Language = a.Language,
                        Theme = a.Theme,
                        InHours = a.InHours,
                        TimeZone = a.TimeZone,
                        AgencyZone = db.Workspaces().Select(w => w.TimeZone).SingleOrDefault(),
                    }
            );
}
