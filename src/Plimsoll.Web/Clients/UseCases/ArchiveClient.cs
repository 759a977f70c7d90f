using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Clients;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Clients.UseCases;

/// <summary>Puts a client away: out of lists and choices, still in everything that was. Its projects stay as they are.</summary>
public sealed class ArchiveClient(IDbContextFactory<PlimsollDb> store, TimeProvider clock)
{
    public sealed record Command(ClientId Client, SeenVersion Seen);

    public async Task<Outcome<Done>> Run(Command command, Actor actor, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var db = await store.CreateDbContextAsync(ct);
        if (
            (await db.ClientToManage(command.Client, command.Seen, actor, ct)).Refused(
                out var no,
                out var client
            )
        )
            return no;
        if (client.Archived is not null)
            return Done.It;
        client.Archive(actor.Person, now);
        db.Record("clients.client-archived", client.Id.Value, actor, now);
        return await db.Save(ct) is { } collided ? collided : Done.It;
    }
}
