using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.People.UseCases;

/// <summary>Takes a pattern back; the one before it holds again (PRODUCT 2).</summary>
public sealed class RemoveWorkPattern(IDbContextFactory<PlimsollDb> store, TimeProvider clock)
{
    public async Task<Outcome<Done>> Run(
        PersonId id,
        DateOnly from,
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
        var before = WeekWords.Of(person.Patterns.FirstOrDefault(p => p.ValidFrom == from)?.Days());
        if (person.RemovePattern(from) is { } no)
            return no;
        db.Record(
            "people.pattern-removed",
            id.Value,
            actor,
            clock.GetUtcNow().UtcDateTime,
            about: new
            {
                person = id.Value,
                from,
                before,
            }
        );
        return await db.Save(ct) is { } collision ? collision : Done.It;
    }
}
