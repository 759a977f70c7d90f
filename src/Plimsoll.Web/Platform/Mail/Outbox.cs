using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Platform.Mail;

/// <summary>How the mail stands: what waits, what was given up and why. Never what a letter says (PRODUCT 8: settings).</summary>
public sealed class Outbox(IDbContextFactory<PlimsollDb> store, PostOffice post)
{
    private const int Shown = 100;

    public sealed record Line(
        Guid Id,
        string To,
        string Subject,
        DateTime Created,
        int Tries,
        DateTime? NextTry,
        DateTime? Parked,
        string? LastError
    );

    public sealed record View(bool HasServer, int Sent, IReadOnlyList<Line> Letters);

    public async Task<Outcome<View>> Ask(Actor actor, CancellationToken ct)
    {
        if (!actor.May(Right.Settings))
            return new NotAllowed();
        await using var db = await store.CreateDbContextAsync(ct);
        var lines = await db.Letters()
            .AsNoTracking()
            .Where(l => l.Sent == null)
            .OrderByDescending(l => l.Parked != null)
            .ThenByDescending(l => l.Created)
            .Take(Shown)
            .Select(l => new Line(
                l.Id,
                l.To,
                l.Subject,
                l.Created,
                l.Tries,
                l.NextTry,
                l.Parked,
                l.LastError
            ))
            .ToListAsync(ct);
        var sent = await db.Letters().CountAsync(l => l.Sent != null, ct);
        return new View(post.IsThere, sent, lines);
    }
}
