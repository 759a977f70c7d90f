using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Clients.UseCases;

/// <summary>Takes a client out of the archive again.</summary>
public sealed class RestoreClient(IDbContextFactory<PlimsollDb> store, TimeProvider clock)
{
    public sealed record Command(ClientId Client, SeenVersion Seen);

    public async Task<Outcome<Done>> Run(Command command, Actor actor, CancellationToken ct)
    {
        await using var db = await store.CreateDbContextAsync(ct);
        if (
            (await db.ClientToManage(command.Client, command.Seen, actor, ct)).Refused(
                out var no,
                out var client
            )
        )
            return no;
        if (client.Archived is null)
            return Done.It;
        client.Restore();
        db.Record("clients.client-restored", client.Id.Value, actor, clock.GetUtcNow().UtcDateTime);
        return await db.Save(ct) is { } collided ? collided : Done.It;
    }
}
