using Plimsoll.Web.Platform.Files;
using Plimsoll.Web.Platform.Text;
using Plimsoll.Web.Tasks.Queries;

namespace Plimsoll.Web.Tasks.Api;

/// <summary>Something said about a task.</summary>
/// <param name="For"><c>internal</c> or <c>client</c>; said once, when it is written.</param>
/// <param name="Text">Markdown; <c>@[Name](person:ID)</c> mentions somebody.</param>
/// <param name="Door">How it came: <c>page</c>, <c>api</c>, <c>mail</c> or <c>import</c>.</param>
/// <param name="Edits">How often it was said in other words.</param>
/// <param name="Deleted">The caller has deleted it and can put it back still.</param>
/// <param name="Version">What <c>If-Match</c> asks for, as <c>"v3"</c>.</param>
public sealed record TaskCommentWire(
    Guid Id,
    string For,
    string Text,
    TaskNameWire By,
    DateTime At,
    string Door,
    int Edits,
    bool Deleted,
    IReadOnlyList<ReactionWire> Reactions,
    bool MayEdit,
    bool MayDelete,
    int Version
)
{
    internal static TaskCommentWire Of(TaskTalk.Row row) =>
        new(
            row.Id.Value,
            row.IsInternal ? "internal" : "client",
            row.Text,
            new(row.By.Id.Value, row.By.Name),
            row.At,
            Kebab.Of(row.Through),
            row.Edits,
            row.IsDeleted,
            [
                .. row.Reactions.Select(r => new ReactionWire(
                    Kebab.Of(r.Kind),
                    [.. r.By.Select(p => new TaskNameWire(p.Id.Value, p.Name))]
                )),
            ],
            row.MayEdit,
            row.MayDelete,
            row.Version
        );
}

/// <summary>Who reacted to a comment in one way.</summary>
/// <param name="Reaction"><c>thumbs-up</c>, <c>heart</c>, <c>laugh</c>, <c>party</c>, <c>eyes</c> or <c>check</c>.</param>
public sealed record ReactionWire(string Reaction, IReadOnlyList<TaskNameWire> By);

/// <summary>The talk about a task, from the first word to the last.</summary>
/// <param name="Earlier">How many comments stand before the first of these; <c>?all=true</c> brings them.</param>
/// <param name="MayTellClient">Whether the caller may say something to the client here.</param>
/// <param name="Stamp">Another one when anything of it is another.</param>
public sealed record TalkWire(
    IReadOnlyList<TaskCommentWire> Items,
    int Total,
    int Earlier,
    bool MayTellClient,
    string Stamp
);

/// <summary>What is to be said.</summary>
/// <param name="For"><c>internal</c>, as it is when left out, or <c>client</c>. A change of words leaves it as it is.</param>
/// <param name="Files">Files the caller has brought to it, besides those that the text names.</param>
public sealed record TaskCommentWords(
    string? Text,
    string? For = null,
    IReadOnlyList<Guid>? Files = null
);

/// <summary>A file of a task or of a comment on it.</summary>
/// <param name="Comment">The comment that holds it; the task itself when missing.</param>
/// <param name="For"><c>internal</c> or <c>client</c>, as the comment is; what the task holds is internal.</param>
public sealed record TaskFileWire(FileWire File, Guid? Comment, string For)
{
    internal static TaskFileWire Of(TaskFiles.Row row) =>
        new(FileWire.Of(row.Card), row.Comment?.Value, row.IsInternal ? "internal" : "client");
}

/// <summary>The files of a task.</summary>
public sealed record TaskFilesWire(IReadOnlyList<TaskFileWire> Items);

/// <summary>A comment as it was and is, the present words first.</summary>
public sealed record CommentVersionsWire(IReadOnlyList<CommentVersionWire> Items);

/// <summary>What a comment said from then on.</summary>
public sealed record CommentVersionWire(int Number, string Text, DateTime At);

/// <summary>The stamp of a talk.</summary>
public sealed record TalkStampWire(string Stamp);

/// <summary>People who can be mentioned.</summary>
public sealed record TaskPeopleWire(IReadOnlyList<TaskNameWire> Items);
