using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Clients.Queries;
using Plimsoll.Web.Load.Queries;
using Plimsoll.Web.Load.Store;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.Tasks.Queries;

namespace Plimsoll.Web.Desk.Queries;

/// <summary>What a person was told in the product, as far as she may see it still: unread first, then the latest.</summary>
public sealed class MyNotices(IDbContextFactory<PlimsollDb> store, IBookedProjects booked)
{
    private const int Most = 100;

    /// <param name="Words">The words of the sentence <c>notice.</c> + kind.</param>
    /// <param name="Lines">The words of each line below it.</param>
    public sealed record Row(
        Guid Id,
        string Kind,
        JsonElement Words,
        IReadOnlyList<JsonElement> Lines,
        string? Link,
        DateTime At,
        bool IsRead
    );

    public async Task<IReadOnlyList<Row>> Ask(Actor actor, CancellationToken ct)
    {
        var me = actor.Person;
        await using var db = await store.CreateDbContextAsync(ct);
        var notices = await db.Notices()
            .AsNoTracking()
            .Where(n => n.Person == me)
            .OrderBy(n => n.Read != null)
            .ThenByDescending(n => n.Id)
            .Take(Most)
            .ToListAsync(ct);
        var lapsed = notices.FindAll(n => n.Kind == PlanFact.Lapsed);
        var told = await LapsedHoldTold.Of(db, lapsed.ConvertAll(LapsedHold.Read), actor, ct);
        var lapses = lapsed.Zip(told).ToDictionary(l => l.First.Id, l => l.Second);
        var mentions = await MentionTold.Of(
            db,
            booked,
            notices.FindAll(n => n.Kind == Mention.Kind),
            actor,
            ct
        );
        return
        [
            .. notices.Select(n =>
                mentions.TryGetValue(n.Id, out var mention)
                    ? RowOf(n, mention)
                    : RowOf(n, lapses.GetValueOrDefault(n.Id))
            ),
        ];
    }

    private static Row RowOf(Notice notice, MentionTold told) =>
        new(
            notice.Id,
            notice.Kind,
            JsonSerializer.SerializeToElement(told.Sentence, FactJson.Options),
            [],
            told.Link,
            notice.At,
            notice.Read is not null
        );

    private static Row RowOf(Notice notice, LapsedHoldTold? told)
    {
        var words = told is null
            ? JsonSerializer.Deserialize<JsonElement>(notice.Words)
            : JsonSerializer.SerializeToElement(
                new NoticeWords<LapsedHoldTold.Words>(told.Sentence, [.. told.Uses]),
                FactJson.Options
            );
        return new Row(
            notice.Id,
            notice.Kind,
            words.GetProperty("sentence"),
            [.. words.GetProperty("lines").EnumerateArray()],
            told?.Link ?? notice.Link,
            notice.At,
            notice.Read is not null
        );
    }

    /// <summary>How many she has not read yet.</summary>
    public async Task<int> Unread(Actor actor, CancellationToken ct)
    {
        var me = actor.Person;
        await using var db = await store.CreateDbContextAsync(ct);
        return await db.Notices().CountAsync(n => n.Person == me && n.Read == null, ct);
    }
}
