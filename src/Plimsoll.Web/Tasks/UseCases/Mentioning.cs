using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Tasks;
using Plimsoll.Web.Clients.Queries;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.Platform.Text.Markdown;
using Plimsoll.Web.Tasks.Queries;
using Plimsoll.Web.Tasks.Store;

namespace Plimsoll.Web.Tasks.UseCases;

/// <summary>What follows from a name in a comment: a fact, and a notice to the one who is named.</summary>
internal static class Mentioning
{
    /// <summary>More names than this are no call for anybody.</summary>
    private const int AtMost = 50;

    /// <summary>
    /// Tells those who are named and were not before. Who does not see the task is a name in a text and no more. The caller
    /// saves.
    /// </summary>
    /// <param name="before">What the comment said before it was edited.</param>
    public static async Task TellMentioned(
        this PlimsollDb db,
        IBookedProjects booked,
        TaskComment comment,
        string? before,
        Actor author,
        DateTime now,
        CancellationToken ct
    )
    {
        var named = Mentions
            .In(comment.Text)
            .Except(Mentions.In(before))
            .Where(p => p != author.Person)
            .Take(AtMost)
            .ToList();
        if (named.Count == 0)
            return;
        var see = await db.WhoSee(booked, comment.Task, named, ct);
        foreach (var person in named.Where(see.Contains))
        {
            db.RecordTalk(TalkFact.Mentioned, comment, author, now, person: person);
            _ = db.Add(Mention.NoticeTo(person, comment, author.Person, now));
        }
    }
}
