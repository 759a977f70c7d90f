using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Tasks;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Tasks.Store;

/// <summary>What facts of the talk are called and what they carry. Their subject is the comment.</summary>
internal static class TalkFact
{
    public const string Said = "tasks.comment-added";
    public const string Edited = "tasks.comment-edited";
    public const string Deleted = "tasks.comment-deleted";
    public const string PutBack = "tasks.comment-put-back";
    public const string Reacted = "tasks.reaction-added";
    public const string TookBack = "tasks.reaction-removed";

    /// <summary>Also the kind of the notice to the one who is named.</summary>
    public const string Mentioned = "tasks.person-mentioned";

    /// <param name="For">Whether it is internal or for the client: whoever hands facts on must know.</param>
    /// <param name="Person">Who is mentioned.</param>
    private sealed record About(
        Guid Task,
        string For,
        Guid? Person = null,
        string? Reaction = null
    );

    public static void RecordTalk(
        this PlimsollDb db,
        string kind,
        TaskComment comment,
        Actor actor,
        DateTime now,
        string? before = null,
        PersonId? person = null,
        Reaction? reaction = null
    )
    {
        var about = new About(
            comment.Task.Value,
            comment.IsInternal ? "Internal" : "Client",
            person?.Value,
            reaction?.ToString()
        );
        if (kind is Said or Edited)
            db.Record(
                kind,
                comment.Id.Value,
                actor,
                now,
                new Dictionary<string, object> { ["text"] = new[] { before, comment.Text } },
                about
            );
        else
            db.Record(kind, comment.Id.Value, actor, now, about: about);
    }
}
