using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.People.UseCases;

/// <summary>Forgets one of her own named views.</summary>
public sealed class DropView(IDbContextFactory<PlimsollDb> store)
{
    public async Task<Outcome<Done>> Run(Guid id, Actor actor, CancellationToken ct)
    {
        await using var db = await store.CreateDbContextAsync(ct);
        var gone = await db.SavedViews()
            .Where(v => v.Id == id && v.Person == actor.Person)
            .ExecuteDeleteAsync(ct);
        return gone == 0 ? new NotThere() : Done.It;
    }
}
