using Plimsoll.Domain.Tasks;

namespace Plimsoll.Web.Tasks.Store;

/// <summary>The words in the store for the things of this room that hold files.</summary>
internal static class FileHolderKinds
{
    public const string Task = "task";
    public const string TeamComment = "team-comment";
    public const string ClientComment = "client-comment";

    public static string FilesKind(this TaskComment comment) =>
        comment.IsInternal ? TeamComment : ClientComment;
}
