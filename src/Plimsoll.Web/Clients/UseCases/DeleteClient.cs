using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Clients;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Clients.Store;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Clients.UseCases;

/// <summary>Removes a client that nothing depends on; others are archived.</summary>
public sealed class DeleteClient(IDbContextFactory<PlimsollDb> store, TimeProvider clock)
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
        var projects = await db.Projects().CountAsync(p => p.Client == client.Id, ct);
        if (projects > 0)
            return new ClientHasProjects(projects);
        _ = db.Remove(client);
        db.Record(
            "clients.client-deleted",
            client.Id.Value,
            actor,
            clock.GetUtcNow().UtcDateTime,
            client
        );
        return await db.Save(ct) is { } collided ? collided : Done.It;
    }
}
