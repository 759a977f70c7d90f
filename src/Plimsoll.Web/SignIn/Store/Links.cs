using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.SignIn.Store;

/// <summary>Links that open something: made, and found again by their secret.</summary>
internal static class Links
{
    /// <summary>A new link and its path; earlier ones of the same kind open nothing any more. Takes effect with the save.</summary>
    public static async Task<(AccountLink Link, string Path)> NewLink(
        this PlimsollDb db,
        PersonId person,
        LinkKind kind,
        PersonId? by,
        DateTime now,
        CancellationToken ct
    )
    {
        var earlier = await db.AccountLinks()
            .Where(l => l.Person == person && l.Kind == kind && l.Spent == null)
            .ToListAsync(ct);
        earlier.ForEach(l => l.Spend(now));
        var secret = Secrets.New();
        var link = AccountLink.Make(person, kind, by, secret, now);
        db.AccountLinks().Add(link);
        return (link, (kind is LinkKind.Invitation ? "/invite/" : "/reset/") + secret);
    }

    /// <summary>The link of this secret while it opens something, and its person while she may sign in.</summary>
    public static async Task<AccountLink?> OpenLink(
        this PlimsollDb db,
        string? secret,
        LinkKind kind,
        DateTime now,
        CancellationToken ct
    )
    {
        if (string.IsNullOrEmpty(secret))
            return null;
        var hash = Secrets.HashOf(secret);
        var link = await db.AccountLinks()
            .FirstOrDefaultAsync(l => l.Hash == hash && l.Kind == kind, ct);
        return link?.IsOpen(now) == true ? link : null;
    }
}
