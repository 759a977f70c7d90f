using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.Platform.Text;

namespace Plimsoll.Web.Platform.Mail.Leaving;

/// <summary>Ends a kind of letters for whoever has one of them. The letter is her right to it; she need not sign in.</summary>
public sealed class LeaveLetters(
    IDbContextFactory<PlimsollDb> store,
    IEnumerable<ILeave> rooms,
    LeaveLinks links,
    TimeProvider clock
)
{
    /// <summary>What would end, in words; refused when the link is none of ours or what it speaks of is gone.</summary>
    public async Task<Outcome<string>> Ask(string token, Phrases phrases, CancellationToken ct)
    {
        if (Of(token) is not var (room, leaving))
            return new NotThere();
        await using var db = await store.CreateDbContextAsync(ct);
        return await room.Name(db, leaving.Thing, leaving.Person, phrases, ct) is { } name
            ? name
            : new NotThere();
    }

    public async Task<Outcome<Done>> Run(string token, CancellationToken ct)
    {
        if (Of(token) is not var (room, leaving))
            return new NotThere();
        var now = clock.GetUtcNow().UtcDateTime;
        // Her position plays no part: she ends her own letters only.
        var actor = new Actor(leaving.Person, Position.ClientGuest, Door.Mail);
        return await store.Write<Done>(
            async db =>
            {
                await room.Leave(db, leaving.Thing, leaving.Person, now, ct);
                db.Record(
                    "platform.letters-ended",
                    leaving.Thing,
                    actor,
                    now,
                    about: new { kind = leaving.Kind }
                );
                return Done.It;
            },
            ct
        );
    }

    private (ILeave Room, Leaving Leaving)? Of(string token) =>
        links.Read(token) is { } leaving
        && rooms.FirstOrDefault(r => r.Kind == leaving.Kind) is { } room
            ? (room, leaving)
            : null;
}
