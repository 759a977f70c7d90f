using Microsoft.AspNetCore.Components;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Load.Queries;
using Plimsoll.Web.People.Queries;

namespace Plimsoll.Web.Load.Pages;

/// <summary>Where a spreadsheet is brought, and where those brought before are found again.</summary>
public sealed partial class ImportPage(DraftImport imports, NavigationManager navigation)
{
    private IReadOnlyList<ImportHead> _imports = [];

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
    }
}
