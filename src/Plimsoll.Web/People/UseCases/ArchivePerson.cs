using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.People.UseCases;

/// <summary>Puts someone away: out of lists and boards, never to sign in, still in everything that was.</summary>
public sealed class ArchivePerson(IDbContextFactory<PlimsollDb> store, TimeProvider clock)
{
    public async Task<Outcome<Done>> Run(
        PersonId id,
        SeenVersion seen,
        Actor actor,
        CancellationToken ct
    )
    {
        if (!actor.May(Right.ManagePeople))
            return new NotAllowed();
        await using var db = await store.CreateDbContextAsync(ct);
        if (await db.People().FirstOrDefaultAsync(p => p.Id == id, ct) is not { } person)
            return new NotThere();
        if (seen.IsNot(person.Version))
            return new ChangedMeanwhile();
        if (person.Archived is not null)
            return Done.It;
        if (Owners.MayTouch(actor, person.Position) is { } notHers)
            return notHers;
        if (person.Position is Position.Owner && await Owners.OneStays(db, id, ct) is { } lastOwner)
            return lastOwner;
        var now = clock.GetUtcNow().UtcDateTime;
        person.Archive(actor.Person, now);
        db.Record("people.person-archived", id.Value, actor, now, about: new { person = id.Value });
        return await db.Save(ct) is { } collision ? collision : Done.It;
    }
}
