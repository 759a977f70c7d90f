using Plimsoll.Domain.Tasks;

namespace Plimsoll.Web.Desk.Sample;

/// <summary>What is said about the tasks of the sample agency, inside and to its clients.</summary>
internal static class SampleTalk
{
    /// <param name="Task">The title of the task.</param>
    /// <param name="Hours">How long ago it was said.</param>
    /// <param name="Before">What it said at first.</param>
    /// <param name="Mentions">Whoever is named by <c>@</c> in the text.</param>
    internal sealed record Words(
        string Task,
        string Who,
        int Hours,
        string Text,
        bool ToClient = false,
        string? Before = null,
        string? Mentions = null,
        (string Who, Reaction Kind)[]? Reactions = null
    );

    public static IReadOnlyList<Words> All { get; } =
    [
        new(
            "Launch key visual",
            "anna",
            50,
            "Olga on the phone: the red is **too close to their competitor**. Can we try the darker one?\n\nThree banner sizes instead of five, for the same fee.",
            Reactions: [("liwei", Reaction.Eyes), ("maria", Reaction.ThumbsUp)]
        ),
        new(
            "Launch key visual",
            "liwei",
            49,
            "That is two more hours. Over the line?",
            Before: "That is one more hour. Over the line?",
            Reactions: [("maria", Reaction.Eyes)]
        ),
        new(
            "Launch key visual",
            "anna",
            47,
            "> That is two more hours. Over the line?\n\nIt stays within the 40. @ could you take the print version?",
            Mentions: "maria",
            Reactions: [("maria", Reaction.Check), ("liwei", Reaction.Heart)]
        ),
        new(
            "Launch key visual",
            "anna",
            22,
            "Dear Olga, here is version 3 with the darker red:\n\n- the box, front and back\n- three banners: 300×250, 728×90, 160×600\n\nMay we have your word until tomorrow noon?",
            ToClient: true
        ),
        new(
            "Slogan, three options",
            "dmitri",
            70,
            "Our favourite is the second one; the first is the safe choice.",
            Reactions: [("anna", Reaction.ThumbsUp)]
        ),
        new(
            "Slogan, three options",
            "anna",
            68,
            "Dear Olga, three options for the slogan. We would go with the second.",
            ToClient: true
        ),
        new("Тексты ошибок", "oleg", 30, "Банк обещал ответить до пятницы."),
        new("分镜脚本 Storyboard", "chen", 40, "第二版已发给客户，等待回复。"),
    ];
}
