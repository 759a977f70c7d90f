using Plimsoll.Domain.Tasks;

namespace Plimsoll.Web.Tasks.Pages;

/// <summary>What is to be said, as it was typed.</summary>
public sealed class SayEntry
{
    public string? Text { get; set; }

    /// <summary><c>client</c>, or anything else for the team alone.</summary>
    public string? For { get; set; }

    public bool ToClient => For == "client";
}

/// <summary>Other words for a comment.</summary>
public sealed class RewordEntry
{
    public Guid Comment { get; set; }
    public string? Text { get; set; }
    public int? Version { get; set; }
}

/// <summary>A small act on a comment: what, which, and perhaps how.</summary>
public sealed class TalkActEntry
{
    public string? Do { get; set; }
}

/// <summary>The signs of the reactions.</summary>
internal static class ReactionSigns
{
    public static string Sign(this Reaction reaction) =>
        reaction switch
        {
            Reaction.ThumbsUp => "👍",
            Reaction.Heart => "❤️",
            Reaction.Laugh => "😄",
            Reaction.Party => "🎉",
            Reaction.Eyes => "👀",
            _ => "✅",
        };
}
