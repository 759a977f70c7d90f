using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Load.Import;
using Plimsoll.Web.Load.Queries;
using Plimsoll.Web.Platform.Settings;

namespace Plimsoll.Web.Load.Pages;

/// <summary>Where a spreadsheet is brought, and where those brought before are found again.</summary>
public sealed partial class ImportPage(
    DraftImport imports,
    PlimsollSettings settings,
    IAntiforgery antiforgery,
    NavigationManager navigation
)
{
    private const int WordLimit = 60;
    private IReadOnlyList<DraftImport.Head> _imports = [];
    private string _stamp = "";
    private string? _refused;

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        if (!Actor.May(Right.ImportPlan))
        {
            navigation.NotFound();
            return;
        }
        _imports = await imports.All(Actor, Http.RequestAborted);
        _stamp = antiforgery.GetAndStoreTokens(Http).RequestToken ?? "";
        _refused = Refused();
    }

    /// <summary>Why the file that was just sent is not taken, in the words of that refusal.</summary>
    private string? Refused()
    {
        var query = Http.Request.Query;
        var key = "refused." + query["refused"];
        if (!query.ContainsKey("refused") || !T.Has(key))
            return null;
        return T.Say(
            key,
            [
                .. query.Select(q =>
                {
                    var text = q.Value.ToString();
                    return (q.Key, (object?)(text.Length > WordLimit ? text[..WordLimit] : text));
                }),
            ]
        );
    }

    internal static string Word(ImportState state) => state.ToString().ToLowerInvariant();

    internal static string Look(ImportState state) =>
        state switch
        {
            ImportState.Applied => "good",
            ImportState.Draft => "warn",
            _ => "",
        };
}
