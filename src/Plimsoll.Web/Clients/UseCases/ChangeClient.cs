using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Clients;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Clients.Queries;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Clients.UseCases;

/// <summary>What a client is called, who answers for it, and what is noted; a director hands it to somebody else.</summary>
public sealed class ChangeClient(IDbContextFactory<PlimsollDb> store, TimeProvider clock)
{
    /// <param name="Seen">The version that was changed.</param>
    public sealed record Command(
        ClientId Client,
        SeenVersion Seen,
        string? Name,
        PersonId AccountManager,
        string? Note
    );

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
        if (client.Rename(command.Name) is { } nameless)
            return nameless;
        if (client.ChangeNote(command.Note) is { } tooLong)
            return tooLong;
        if (command.AccountManager != client.AccountManager)
        {
            if (!await db.CanAnswer(command.AccountManager, actor, ct))
                return new ManagesNoClients("accountManager");
            client.HandTo(command.AccountManager);
        }
        if (!actor.MayManage(client))
            return new NotAllowed();
        if (!db.ChangeTracker.HasChanges())
            return Done.It;
        db.Record(
            "clients.client-changed",
            client.Id.Value,
            actor,
            clock.GetUtcNow().UtcDateTime,
            client
        );
        return await db.Save(ct) is { } collided ? collided : Done.It;
    }
}
