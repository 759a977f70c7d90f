using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.People.UseCases;

/// <summary>Brings someone back from the archive, as she was.</summary>
public sealed class RestorePerson(IDbContextFactory<PlimsollDb> store, TimeProvider clock)
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
        if (person.Archived is null)
            return Done.It;
        if (Owners.MayTouch(actor, person.Position) is { } notHers)
            return notHers;
        if (await Known.AddressIsFree(db, person, ct) is { } taken)
            return taken;
        person.Restore();
        db.Record(
            "people.person-restored",
            id.Value,
            actor,
            clock.GetUtcNow().UtcDateTime,
            about: new { person = id.Value }
        );
        return await db.Save(ct) is { } collision ? collision : Done.It;
    }
}
