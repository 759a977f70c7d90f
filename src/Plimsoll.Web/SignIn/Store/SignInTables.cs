using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.SignIn.Store;

/// <summary>The tables of this room.</summary>
public static class SignInTables
{
    public static DbSet<Account> Accounts(this PlimsollDb db) => db.Set<Account>();

    public static DbSet<Session> Sessions(this PlimsollDb db) => db.Set<Session>();

    public static DbSet<AccountLink> AccountLinks(this PlimsollDb db) => db.Set<AccountLink>();

    public static DbSet<SecondFactor> SecondFactors(this PlimsollDb db) => db.Set<SecondFactor>();

    public static DbSet<RecoveryCode> RecoveryCodes(this PlimsollDb db) => db.Set<RecoveryCode>();

    public static DbSet<AccessToken> AccessTokens(this PlimsollDb db) => db.Set<AccessToken>();

    public static DbSet<CalendarFeed> CalendarFeeds(this PlimsollDb db) => db.Set<CalendarFeed>();

    /// <summary>A feed of this account that still leads somewhere.</summary>
    public static Task<CalendarFeed?> OwnFeed(
        this PlimsollDb db,
        Guid id,
        Account account,
        CancellationToken ct
    ) =>
        db.CalendarFeeds()
            .FirstOrDefaultAsync(
                f => f.Id == id && f.Account == account.Id && f.Revoked == null,
                ct
            );

    public static DbSet<IdentityUserPasskey<Guid>> Passkeys(this PlimsollDb db) =>
        db.Set<IdentityUserPasskey<Guid>>();

    /// <summary>Whoever acts in this room has an account; she came in by it.</summary>
    public static Task<Account> AccountOf(this PlimsollDb db, Actor actor, CancellationToken ct) =>
        db.Accounts().SingleAsync(a => a.Person == actor.Person, ct);
}
