using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Tasks;
using Plimsoll.Web.Clients.Queries;
using Plimsoll.Web.Clients.Store;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.Tasks.Store;

namespace Plimsoll.Web.Tasks.Queries;

/// <summary>That somebody was named in a comment; kept without names, which are asked for when it is told.</summary>
public sealed record Mention(Guid Who, Guid Comment)
{
    public const string Kind = TalkFact.Mentioned;

    public static Notice NoticeTo(PersonId to, TaskComment comment, PersonId by, DateTime now) =>
        Notice.To(
            to,
            Kind,
            new NoticeWords<Mention>(new(by.Value, comment.Id.Value), []),
            null,
            now
        );

    internal static Mention Read(Notice notice) =>
        JsonSerializer.Deserialize<NoticeWords<Mention>>(notice.Words, FactJson.Options)!.Sentence;
}

/// <summary>
/// A mention as its reader may see it at the moment of reading (PRODUCT 9.4): a comment that she does not see any more,
/// for it was deleted or the task is no longer hers to see, has no name and no place.
/// </summary>
public sealed record MentionTold(MentionTold.Words Sentence, string? Link)
{
    public sealed record Words(string? Who, string? Task);

    public static async Task<IReadOnlyDictionary<Guid, MentionTold>> Of(
        PlimsollDb db,
        IBookedProjects booked,
        IReadOnlyList<Notice> notices,
        Actor reader,
        CancellationToken ct
    )
    {
        if (notices.Count == 0)
            return new Dictionary<Guid, MentionTold>();
        var mentions = notices.ToDictionary(n => n.Id, Mention.Read);
        var comments = mentions.Values.Select(m => new CommentId(m.Comment)).Distinct().ToArray();
        var seen = await db.CommentsVisibleTo(reader, booked)
            .Where(c => comments.Contains(c.Id))
            .Join(
                db.People(),
                c => c.By,
                p => p.Id,
                (c, p) =>
                    new
                    {
                        c.Id,
                        c.Task,
                        Who = p.Name,
                    }
            )
            .Join(db.Tasks(), x => x.Task, t => t.Id, (x, t) => new { x, t })
            .Join(
                db.Projects(),
                y => y.t.Project,
                p => p.Id,
                (y, p) =>
                    new
                    {
                        y.x.Id,
                        y.x.Who,
                        y.t.Number,
                        y.t.Title,
                        p.Code,
                    }
            )
            .ToDictionaryAsync(c => c.Id.Value, ct);
        return mentions.ToDictionary(
            m => m.Key,
            m =>
                seen.GetValueOrDefault(m.Value.Comment) is { } there
                    ? Told(there.Who, new(there.Code ?? "", there.Number), there.Title, there.Id)
                    : new MentionTold(new(null, null), null)
        );
    }

    private static MentionTold Told(string who, TaskKey key, string title, CommentId comment) =>
        new(new(who, $"{key} {title}"), CommentPlace.On(key.ToString(), comment));
}
