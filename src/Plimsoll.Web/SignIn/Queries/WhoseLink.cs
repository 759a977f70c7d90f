using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.SignIn.Store;

namespace Plimsoll.Web.SignIn.Queries;

/// <summary>Whom a link opens the way for, and into which agency; nothing once it is spent.</summary>
public sealed class WhoseLink(
    IDbContextFactory<PlimsollDb> store,
    Attempts attempts,
    TimeProvider clock
)
{
    public sealed record View(string Name, string Email, string Agency);

    public Task<Outcome<View>> Invitation(string? secret, string from, CancellationToken ct) =>
        Ask(secret, LinkKind.Invitation, from, ct);

    public Task<Outcome<View>> Reset(string? secret, string from, CancellationToken ct) =>
        Ask(secret, LinkKind.Reset, from, ct);

    private async Task<Outcome<View>> Ask(
        string? secret,
        LinkKind kind,
        string from,
        CancellationToken ct
    )
    {
        if (!attempts.MayTry(from))
            return new TooManyTries();
        await using var db = await store.CreateDbContextAsync(ct);
        var now = clock.GetUtcNow().UtcDateTime;
        if (await db.OpenLink(secret, kind, now, ct) is { } link)
        {
            var agency = await db.Workspaces().Select(w => w.Name).SingleAsync(ct);
            var person = await db.People()
                .Where(p => p.Id == link.Person && p.Archived == null)
                .Select(p => new { p.Name, p.Email })
                .FirstOrDefaultAsync(ct);
            if (person is not null)
                return new View(person.Name, person.Email ?? "", agency);
        }
        attempts.Failed(from);
        return new LinkIsSpent();
    }
}
