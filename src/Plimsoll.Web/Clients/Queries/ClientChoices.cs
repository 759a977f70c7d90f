using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Http;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Clients.Queries;

/// <summary>What the drop-downs of this room offer: clients, and people who can answer for one; only what she may see.</summary>
public sealed class ClientChoices(IDbContextFactory<PlimsollDb> store)
{
    public sealed record Choice(Guid Id, string Name);

    /// <summary>Clients in use, and the one chosen already whatever its state.</summary>
    public async Task<IReadOnlyList<Choice>> Clients(
        Actor actor,
        CultureInfo culture,
        ClientId? chosen,
        CancellationToken ct
    )
    {
        await using var db = await store.CreateDbContextAsync(ct);
        var clients = await db.ClientsVisibleTo(actor)
            .Where(c => c.Archived == null || c.Id == chosen)
            .OrderBy(c => EF.Property<string>(c, SearchKeys.Column))
            .Select(c => new Choice(c.Id.Value, c.Name))
            .Take(Listing.Most)
            .ToListAsync(ct);
        return clients.Sorted(culture, false, c => c.Name, c => c.Name);
    }

    /// <summary>People who can be given a client or a project, and the one chosen already if her name may be seen.</summary>
    public async Task<IReadOnlyList<Choice>> Answerers(
        Actor actor,
        CultureInfo culture,
        PersonId? chosen,
        CancellationToken ct
    )
    {
        await using var db = await store.CreateDbContextAsync(ct);
        var seen = db.AnswerersVisibleTo(actor);
        var able = seen.WhoCanAnswer().Select(p => p.Id);
        var people = await seen.Where(p => able.Contains(p.Id) || p.Id == chosen)
            .OrderBy(p => EF.Property<string>(p, SearchKeys.Column))
            .Select(p => new Choice(p.Id.Value, p.Name))
            .Take(Listing.Most)
            .ToListAsync(ct);
        return people.Sorted(culture, false, c => c.Name, c => c.Name);
    }
}
