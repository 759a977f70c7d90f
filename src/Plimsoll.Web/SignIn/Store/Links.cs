using System.Linq.Expressions;
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
        await db.Close(l => l.Person == person && l.Kind == kind, now, ct);
        var secret = Secrets.New();
        var link = AccountLink.Make(person, kind, by, secret, now);
        db.AccountLinks().Add(link);
        return (link, (kind is LinkKind.Invitation ? "/invite/" : "/reset/") + secret);
    }

    /// <summary>Links of this person, whatever they are for, open nothing any more; takes effect with the save.</summary>
    public static Task CloseLinks(
        this PlimsollDb db,
        PersonId person,
        DateTime now,
        CancellationToken ct
    ) => db.Close(l => l.Person == person, now, ct);

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

    private static async Task Close(
        this PlimsollDb db,
        Expression<Func<AccountLink, bool>> which,
        DateTime now,
        CancellationToken ct
    )
    {
        var open = await db.AccountLinks().Where(l => l.Spent == null).Where(which).ToListAsync(ct);
        open.ForEach(l => l.Spend(now));
    }
}
