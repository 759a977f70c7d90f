using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.SignIn.UseCases;

/// <summary>The beginning of every act that opens the way in for somebody: who may, and for whom.</summary>
internal static class Opened
{
    public static async Task<Outcome<Person>> For(
        PlimsollDb db,
        PersonId id,
        Actor actor,
        CancellationToken ct
    )
    {
        if (!actor.May(Right.Invite))
            return new NotAllowed();
        if (await db.People().FirstOrDefaultAsync(p => p.Id == id, ct) is not { } person)
            return new NotThere();
        if (person.Position is Position.Owner && actor.Position is not Position.Owner)
            return new OnlyOwnerOpensForOwner();
        return person.MaySignIn ? person : new PersonDoesNotSignIn();
    }
}
