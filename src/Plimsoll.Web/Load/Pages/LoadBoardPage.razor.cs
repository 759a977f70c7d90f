using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Load.Queries;
using Plimsoll.Web.People.Queries;

namespace Plimsoll.Web.Load.Pages;

/// <summary>
/// The load board: everyone's week against its 100 %. The page is plain HTML that links and forms work on; a module
/// makes the cells editable and keeps them live.
/// </summary>
public sealed partial class LoadBoardPage(
    LoadBoard load,
    BoardChoices choices,
    AgencyDay day,
    NavigationManager navigation
)
{
    private const string ScriptPrefix = "load.script.";
    private Board _board = null!;
    private BoardChoices.Offer _choices = null!;

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    private BoardView View => _board.View;

    protected override async Task OnInitializedAsync()
    {
        var today = Week.Of(await day.Today(Http.RequestAborted));
        var view = BoardView.Read(new Uri(navigation.Uri).Query, today, Asking.Usual());
        _board = await load.Ask(view, Actor, Http.RequestAborted);
        _choices = await choices.Ask(Actor, T.Language, Http.RequestAborted);
    }

    private string Href(BoardView view) => view.Href(Asking);

    private static string? Is(bool current) => current ? "true" : null;

    /// <summary>The module's texts in the reader's language; a data block, which the content policy lets be.</summary>
    private string ScriptTexts =>
        JsonSerializer.Serialize(
            new
            {
                me = Actor.Person.Value,
                texts = T
                    .Keys.Where(k => k.StartsWith(ScriptPrefix, StringComparison.Ordinal))
                    .ToDictionary(k => k[ScriptPrefix.Length..], k => Text(T.Forms(k))),
            }
        );

    private static object Text(IReadOnlyDictionary<string, string> forms) =>
        forms.Count == 1 ? forms["other"] : forms;
}
