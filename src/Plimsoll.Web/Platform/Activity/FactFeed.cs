using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Http;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Platform.Activity;

/// <summary>What happened in the agency? The audit trail, newest first (PRODUCT 8).</summary>
public sealed class FactFeed(
    IDbContextFactory<PlimsollDb> store,
    IEnumerable<INameThings> rooms,
    FactReader reader
)
{
    private const int FoundAtMost = 200;

    /// <param name="Room">The first word of the facts' kinds: <c>people</c>, <c>clients</c>, <c>load</c>.</param>
    /// <param name="Since">The first moment of the first day.</param>
    /// <param name="Before">The first moment after the last day.</param>
    /// <param name="Search">Finds by the name of the thing, of the person who did it, or a text that the fact tells of.</param>
    /// <param name="Grouped">One line for all that was done in one go.</param>
    public sealed record Filter(
        PersonId? By = null,
        string? Room = null,
        Guid? Subject = null,
        DateTime? Since = null,
        DateTime? Before = null,
        Door? Door = null,
        string? Search = null,
        Guid? Batch = null,
        bool Grouped = false,
        string? Cursor = null,
        int? Limit = null
    );

    public async Task<PageOf<FactLine>> Ask(Filter filter, Actor actor, CancellationToken ct)
    {
        if (!actor.May(Right.SeeAudit))
            return new PageOf<FactLine>([], null);
        await using var db = await store.CreateDbContextAsync(ct);
        var wanted = Filtered(db.Facts().AsNoTracking(), filter);
        if (SearchKeys.Plain(filter.Search).Length > 0)
            wanted = await Named(db, wanted, filter.Search!, ct);
        var shown = wanted;
        if (filter.Grouped && filter.Batch is null)
            shown = wanted.Where(f =>
                f.Batch == null || !wanted.Any(o => o.Batch == f.Batch && o.Id > f.Id)
            );
        var lost = false;
        if (
            Cursor.Read(filter.Cursor, 1) is [var place]
            && long.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var last)
        )
            shown = shown.Where(f => f.Id < last);
        else
            lost = !string.IsNullOrEmpty(filter.Cursor);
        var most = Cursor.Limit(filter.Limit);
        var facts = await shown.OrderByDescending(f => f.Id).Take(most + 1).ToListAsync(ct);
        var more = facts.Count > most;
        if (more)
            facts.RemoveAt(most);
        var lines = await reader.Read(db, facts, await InBatch(wanted, facts, filter, ct), ct);
        var next = more ? Cursor.Write(facts[^1].Id.ToString(CultureInfo.InvariantCulture)) : null;
        return new PageOf<FactLine>(lines, next) { IsLost = lost };
    }

    private static IQueryable<FactRow> Filtered(IQueryable<FactRow> facts, Filter filter)
    {
        if (filter.By is { } by)
            facts = facts.Where(f => f.By == by);
        if (SearchKeys.Plain(filter.Room) is { Length: > 0 } room)
        {
            var kinds = room + ".";
            facts = facts.Where(f => f.Kind.StartsWith(kinds));
        }
        if (filter.Subject is { } subject)
            facts = facts.Where(f => f.Subject == subject);
        if (filter.Since is { } since)
            facts = facts.Where(f => f.At >= since);
        if (filter.Before is { } before)
            facts = facts.Where(f => f.At < before);
        if (filter.Door is { } door)
            facts = facts.Where(f => f.Door == door);
        if (filter.Batch is { } batch)
            facts = facts.Where(f => f.Batch == batch);
        return facts;
    }

    private async Task<IQueryable<FactRow>> Named(
        PlimsollDb db,
        IQueryable<FactRow> facts,
        string search,
        CancellationToken ct
    )
    {
        var typed = SearchKeys.Anywhere(search);
        var found = new List<Guid>();
        foreach (var room in rooms)
            found.AddRange(await room.Find(db, typed, FoundAtMost, ct));
        var people = found.Select(f => (PersonId?)new PersonId(f)).ToList();
        return facts.Where(f =>
            found.Contains(f.Subject)
            || people.Contains(f.By)
            || EF.Functions.Like(f.Words!, typed, "\\")
        );
    }

    private static async Task<Dictionary<Guid, int>> InBatch(
        IQueryable<FactRow> wanted,
        List<FactRow> facts,
        Filter filter,
        CancellationToken ct
    )
    {
        var batches = facts.Where(f => f.Batch is not null).Select(f => f.Batch).ToHashSet();
        if (!filter.Grouped || filter.Batch is not null || batches.Count == 0)
            return [];
        return await wanted
            .Where(f => batches.Contains(f.Batch))
            .GroupBy(f => f.Batch!.Value)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, ct);
    }
}
