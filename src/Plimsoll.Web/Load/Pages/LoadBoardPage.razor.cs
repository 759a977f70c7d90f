using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Load.Queries;
using Plimsoll.Web.People.Pages;
using Plimsoll.Web.People.Queries;
using Plimsoll.Web.People.UseCases;

namespace Plimsoll.Web.Load.Pages;

/// <summary>
/// The load board: everyone's week against its 100 %. The page is plain HTML that links and forms work on; a module
/// makes the cells editable and keeps them live.
/// </summary>
public sealed partial class LoadBoardPage(
    LoadBoard load,
    BoardChoices choices,
    ViewList views,
    SaveView save,
    DropView drop,
    AgencyDay day,
    NavigationManager navigation
)
{
    private const string ScriptPrefix = "load.script.";
    private Board _board = null!;
    private BoardChoices.Offer _choices = null!;
    private IReadOnlyList<ViewList.Row> _views = [];
    private Refusal? _refusal;

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "keep-view")]
    private KeptView? KeepForm { get; set; }

    private BoardView View => _board.View;

    protected override async Task OnInitializedAsync()
    {
        var ct = Http.RequestAborted;
        var today = Week.Of(await day.Today(ct));
        var view = BoardView.Read(new Uri(navigation.Uri).Query, today, Asking.Usual());
        _board = await load.Ask(view, Actor, ct);
        _choices = await choices.Ask(Actor, T.Language, ct);
        _views = await views.Ask("load", Actor, ct);
    }

    /// <summary>Keeps what is shown under a name; or changes, or forgets, one of her views.</summary>
    private async Task KeepView()
    {
        if (KeepForm is not { } form)
            return;
        var kept =
            form.Id is null || form.Renewed
                ? View
                : BoardView.Read(form.Query, View.From, Asking.Usual());
        var query = kept.Write(Asking.Usual(), form.Follows);
        form.Query = query;
        _refusal = await form.Keep("load", query, save, drop, Actor, Http.RequestAborted);
        if (_refusal is null)
            navigation.NavigateTo(View.Href(Asking));
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
