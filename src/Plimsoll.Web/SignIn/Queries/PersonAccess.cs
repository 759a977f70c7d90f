using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.SignIn.Store;

namespace Plimsoll.Web.SignIn.Queries;

/// <summary>Whether a person signs in, and how it stands with her invitation; for those who invite (PRODUCT 8).</summary>
public sealed class PersonAccess(IDbContextFactory<PlimsollDb> store, TimeProvider clock)
{
    public sealed record View(
        PersonId Person,
        string Name,
        string? Email,
        Position Position,
        bool MaySignIn,
        bool HasAccount,
        bool HasSecondFactor,
        int Browsers,
        int Tokens,
        DateTime? LastSeen,
        DateTime? InvitedUntil
    );

    public async Task<Outcome<View>> Ask(PersonId id, Actor actor, CancellationToken ct)
    {
        if (!actor.May(Right.Invite))
            return new NotThere();
        await using var db = await store.CreateDbContextAsync(ct);
        var person = await db.People()
            .AsNoTracking()
            .Where(p => p.Id == id && p.Kind != PersonKind.Placeholder)
            .FirstOrDefaultAsync(ct);
        if (person is null)
            return new NotThere();
        var now = clock.GetUtcNow().UtcDateTime;
        var account = await db.Accounts()
            .Where(a => a.Person == id)
            .Select(a => new
            {
                HasSecondFactor = db.SecondFactors().Any(f => f.Account == a.Id && f.Since != null),
                Browsers = db.Sessions().Count(s => s.Account == a.Id && s.Ended == null),
                Tokens = db.AccessTokens()
                    .Count(t => t.Account == a.Id && t.Revoked == null && t.Expires > now),
                LastSeen = db.Sessions().Where(s => s.Account == a.Id).Max(s => (DateTime?)s.Seen),
            })
            .FirstOrDefaultAsync(ct);
        var invitedUntil = await db.AccountLinks()
            .Where(l => l.Person == id && l.Kind == LinkKind.Invitation)
            .Where(l => l.Spent == null && l.Expires > now)
            .MaxAsync(l => (DateTime?)l.Expires, ct);
        return new View(
            id,
            person.Name,
            person.Email,
            person.Position,
            person.MaySignIn,
            account is not null,
            account?.HasSecondFactor ?? false,
            account?.Browsers ?? 0,
            account?.Tokens ?? 0,
            account?.LastSeen,
            invitedUntil
        );
    }
}
