using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Tasks;
using Plimsoll.Web.Clients.Queries;
using Plimsoll.Web.Clients.Store;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.Tasks.Store;

namespace Plimsoll.Web.Tasks.UseCases;

/// <summary>
/// Says something about a task (PRODUCT 4): inside, by whoever sees it; to the client, by those who may change it. Whoever is
/// mentioned and sees the task is told.
/// </summary>
public sealed class AddComment(
    IDbContextFactory<PlimsollDb> store,
    IBookedProjects booked,
    FactSignal signal,
    TimeProvider clock
)
{
    /// <param name="Files">What she brought to it, besides the files that the text names.</param>
    public sealed record Command(
        TaskId Task,
        string? Text,
        bool ToClient = false,
        IReadOnlyList<Guid>? Files = null
    );

    /// <param name="author">Who says it, and through which door it came.</param>
    /// <param name="at">When it was said; now when missing.</param>
    public async Task<Outcome<CommentId>> Run(
        Command command,
        Actor author,
        DateTime? at,
        CancellationToken ct
    )
    {
        var moment = at ?? clock.GetUtcNow().UtcDateTime;
        var outcome = await store.Write(db => Run(db, command, author, moment, ct), ct);
        if (!outcome.IsRefused)
            signal.Raise();
        return outcome;
    }

    /// <summary>The same within the save of whoever brings it: an answer by mail, an import.</summary>
    internal async Task<Outcome<CommentId>> Run(
        PlimsollDb db,
        Command command,
        Actor author,
        DateTime at,
        CancellationToken ct
    )
    {
        if (command.Files is { Count: > TaskComment.FilesAtMost })
            return new TooManyFiles(TaskComment.FilesAtMost);
        var hand = await TasksAtHand.Of(db, booked, [command.Task], author, at, ct);
        if (hand.Seen(command.Task, SeenVersion.Any).Refused(out var unseen, out var task))
            return unseen;
        ClientId? client = null;
        if (command.ToClient)
        {
            if (!author.MayTellClient(task, hand.Answers(task)))
                return new NotAllowed();
            client = await db.Projects()
                .Where(p => p.Id == task.Project)
                .Select(p => p.Client)
                .SingleAsync(ct);
            if (client is null)
                return new ProjectHasNoClient();
        }
        if (
            TaskComment
                .Say(task.Id, client, command.Text, author.Person, author.Door, at)
                .Refused(out var no, out var comment)
        )
            return no;
        _ = db.Add(comment);
        await db.GiveFiles(comment, author, ct, command.Files);
        db.RecordTalk(TalkFact.Said, comment, author, at);
        await db.TellMentioned(booked, comment, null, author, at, ct);
        return comment.Id;
    }
}
