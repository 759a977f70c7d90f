using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.People.UseCases;

/// <summary>Removes someone who was entered by mistake: nothing is planned, recorded or done by her. Others are archived.</summary>
public sealed class DeletePerson(IDbContextFactory<PlimsollDb> store, TimeProvider clock)
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
        if (Owners.MayTouch(actor, person.Position) is { } notHers)
            return notHers;
        if (
            person is { Position: Position.Owner, Archived: null }
            && await Owners.OneStays(db, id, ct) is { } lastOwner
        )
            return lastOwner;
        // What points to her by a key is the database's to say, as it is saved; what she did is written in the facts.
        if (await db.Facts().AnyAsync(f => f.By == id, ct))
            return new SomethingDependsOnIt();
        await Membership.Leave(db, id, ct);
        _ = db.Remove(person);
        db.Record(
            "people.person-deleted",
            id.Value,
            actor,
            clock.GetUtcNow().UtcDateTime,
            person,
            about: new { person = id.Value, name = person.Name }
        );
        return await db.Save(ct) is { } collision ? collision : Done.It;
    }
}
