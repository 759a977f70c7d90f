using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Mail;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.Platform.Text;
using Plimsoll.Web.SignIn.Store;

namespace Plimsoll.Web.SignIn.Queries;

/// <summary>Where a person's letters go: the address she signs in with, in her language and her time zone.</summary>
public sealed class Receivers(IDbContextFactory<PlimsollDb> store, Phrasebook phrasebook)
    : IReceivers
{
    public async Task<Receiver?> Find(PersonId person, CancellationToken ct)
    {
        await using var db = await store.CreateDbContextAsync(ct);
        var found = await db.People()
            .Where(p => p.Id == person && p.Archived == null)
            .Select(p => new
            {
                p.Name,
                p.Email,
                p.Position,
                Account = db.Accounts()
                    .Where(a => a.Person == p.Id)
                    .Select(a => new
                    {
                        a.Email,
                        a.Language,
                        a.TimeZone,
                    })
                    .FirstOrDefault(),
                AgencyZone = db.Workspaces().Select(w => w.TimeZone).SingleOrDefault(),
            })
            .FirstOrDefaultAsync(ct);
        if (found is null || (found.Account?.Email ?? found.Email) is not { } address)
            return null;
        var zone =
            (found.Account?.TimeZone ?? found.AgencyZone) is { } name
            && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var known)
                ? known
                : TimeZoneInfo.Utc;
        var language = Language.Find(found.Account?.Language) ?? Language.English;
        return new Receiver(address, found.Name, phrasebook.In(language), zone, found.Position);
    }
}
