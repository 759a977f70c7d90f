using Microsoft.AspNetCore.Components;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.People.Queries;
using Plimsoll.Web.Tasks.Queries;

namespace Plimsoll.Web.Tasks.Pages;

/// <summary>Where a file of tasks is brought, and where those brought before are found again.</summary>
public sealed partial class TaskImportPage(DraftTaskImport imports, NavigationManager navigation)
{
    private IReadOnlyList<ImportHead> _imports = [];

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        if (!Actor.May(Right.ImportTasks))
        {
            navigation.NotFound();
            return;
        }
        _imports = await imports.All(Actor, Http.RequestAborted);
    }
}
