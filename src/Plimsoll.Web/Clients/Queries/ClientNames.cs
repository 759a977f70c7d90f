using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Clients.Store;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Clients.Queries;

/// <summary>What the things of this room are called and where their page is, for the record of all changes.</summary>
public sealed class ClientNames : INameThings
{
    public async Task<IReadOnlyList<NamedThing>> Name(
        PlimsollDb db,
        IReadOnlyCollection<Guid> ids,
        CancellationToken ct
    )
    {
        var clientIds = ids.Select(ClientId.From).ToList();
        var projectIds = ids.Select(ProjectId.From).ToList();
        var clients = await db.Clients()
            .Where(c => clientIds.Contains(c.Id))
            .Select(c => new { c.Id, c.Name })
            .ToListAsync(ct);
        var projects = await db.Projects()
            .Where(p => projectIds.Contains(p.Id))
            .Select(p => new { p.Id, p.Name })
            .ToListAsync(ct);
        var streamIds = ids.Select(StreamId.From).ToList();
        var streams = await db.Projects()
            .SelectMany(p => p.Streams)
            .Where(s => streamIds.Contains(s.Id))
            .Select(s => new { s.Id, s.Name })
            .ToListAsync(ct);
        return
        [
            .. streams.Select(s => new NamedThing(s.Id.Value, s.Name)),
            .. clients.Select(c => new NamedThing(c.Id.Value, c.Name, $"/clients/{c.Id}")),
            .. projects.Select(p => new NamedThing(p.Id.Value, p.Name, $"/projects/{p.Id}")),
        ];
    }

    public async Task<IReadOnlyList<Guid>> Find(
        PlimsollDb db,
        string pattern,
        int most,
        CancellationToken ct
    )
    {
        var clients = await db.Clients()
            .FoundBy(pattern)
            .Select(c => c.Id)
            .Order()
            .Take(most)
            .ToListAsync(ct);
        var projects = await db.Projects()
            .FoundBy(pattern)
            .Select(p => p.Id)
            .Order()
            .Take(most)
            .ToListAsync(ct);
        return [.. clients.Select(c => c.Value), .. projects.Select(p => p.Value)];
    }
}
