using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.SignIn.Store;

namespace Plimsoll.Web.SignIn.Queries;

/// <summary>Who I am here, and how I like to read.</summary>
public sealed class OwnProfile(IDbContextFactory<PlimsollDb> store)
{
    public sealed record View(
        PersonId Person,
        string Name,
        string Email,
        Position Position,
        string? Language,
        string Theme,
        bool InHours,
        string? TimeZone,
        string AgencyZone
    );

    public async Task<View> Ask(Actor actor, CancellationToken ct)
    {
        await using var db = await store.CreateDbContextAsync(ct);
        return await db.Accounts()
            .Where(a => a.Person == actor.Person)
            .Join(
                db.People(),
                a => a.Person,
                p => p.Id,
                (a, p) =>
                    new View(
                        p.Id,
                        p.Name,
                        a.Email!,
                        p.Position,
                        a.Language,
                        a.Theme,
                        a.InHours,
                        a.TimeZone,
                        db.Workspaces().Select(w => w.TimeZone).Single()
                    )
            )
            .SingleAsync(ct);
    }
}
