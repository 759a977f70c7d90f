using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Clients;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Clients.Queries;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Clients.UseCases;

/// <summary>A new customer of the agency; an account manager adds those she answers for herself (PRODUCT 1, 8).</summary>
public sealed class AddClient(IDbContextFactory<PlimsollDb> store, TimeProvider clock)
{
    public sealed record Command(string? Name, PersonId AccountManager, string? Note = null);

    public async Task<Outcome<ClientId>> Run(Command command, Actor actor, CancellationToken ct)
    {
        if (!actor.May(Right.ManageClients))
            return new NotAllowed();
        await using var db = await store.CreateDbContextAsync(ct);
        if (
            Client
                .New(command.Name, command.AccountManager, command.Note)
                .Refused(out var no, out var client)
        )
            return no;
        if (!await db.CanAnswer(command.AccountManager, actor, ct))
            return new ManagesNoClients("accountManager");
        if (!actor.MayManage(client))
            return new NotAllowed();
        _ = db.Add(client);
        db.Record(
            "clients.client-added",
            client.Id.Value,
            actor,
            clock.GetUtcNow().UtcDateTime,
            client
        );
        return await db.Save(ct) is { } collided ? collided : client.Id;
    }
}
