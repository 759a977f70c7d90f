using Microsoft.AspNetCore.Http.HttpResults;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Http;
using Plimsoll.Web.Tasks.Pages.Parts;
using Plimsoll.Web.Tasks.Queries;

namespace Plimsoll.Web.Tasks.Pages;

/// <summary>Parts of pages that their scripts ask for: the same markup, the same query, the same rights.</summary>
internal static class TaskFragments
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/tasks/cards", Cards).ExcludeFromDescription();
        app.MapGet("/tasks/quick", Quick).ExcludeFromDescription();
    }

    /// <summary>What the dialog for a task in one line offers to choose from; no other page has to read it.</summary>
    private static async Task<RazorComponentResult> Quick(
        TaskChoices choices,
        Asking asking,
        CancellationToken ct
    ) =>
        new(
            typeof(QuickFields),
            new { Choices = await choices.Ask(asking.Actor, asking.Phrases.Culture, ct) }
        );

    /// <summary>These cards, as far as they belong to the board of this address; and the counts of all its columns.</summary>
    private static async Task<RazorComponentResult> Cards(
        string? ids,
        TaskBoard boards,
        Asking asking,
        HttpContext http,
        CancellationToken ct
    )
    {
        var view = TaskView.Read(http.Request.QueryString.Value);
        List<TaskId> only =
        [
            .. (ids ?? "")
                .Split(',')
                .Select(i => Guid.TryParse(i, out var id) ? id : (Guid?)null)
                .OfType<Guid>()
                .Select(TaskId.From)
                .Take(TaskBoard.CardsAtMost),
        ];
        var board = await boards.Ask(view, asking.Actor, asking.Phrases.Culture, ct, only);
        return new(typeof(TaskBoardCards), new { Board = board, View = view });
    }
}
