using Microsoft.AspNetCore.Components;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.People.Queries;
using Plimsoll.Web.Platform.Imports;
using Plimsoll.Web.Tasks.Import;
using Plimsoll.Web.Tasks.Jobs;
using Plimsoll.Web.Tasks.Queries;
using Plimsoll.Web.Tasks.UseCases;

namespace Plimsoll.Web.Tasks.Pages;

/// <summary>One brought file of tasks: its questions, its preview, the work on it, what came of it.</summary>
public sealed partial class TaskImportDraftPage(
    DraftTaskImport imports,
    AnswerTaskImport answer,
    DropImport drop,
    ImportsOfTasks kind,
    ImportRunner runner,
    NavigationManager navigation
)
{
    private ImportHead? _head;
    private DraftTaskImport.View? _view;
    private ImportProgress? _progress;
    private Refusal? _refusal;

    [Parameter]
    public Guid Id { get; set; }

    [SupplyParameterFromQuery]
    private string? Step { get; set; }

    [SupplyParameterFromQuery]
    private int? Page { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    private bool IsPreview => Step == "preview";

    protected override async Task OnInitializedAsync()
    {
        var ct = Http.RequestAborted;
        await runner.Settle(Id, ct);
        if ((await imports.One(Id, Actor, ct)).Refused(out _, out _head))
        {
            navigation.NotFound();
            return;
        }
        _progress = runner.Progress(Id);
        if (_head.State is ImportState.Draft)
            _view = (await imports.Ask(Id, Page ?? 1, Actor, ct)).Value;
    }

    private async Task Answer()
    {
        if (_view is null)
            return;
        var form = await Http.Request.ReadFormAsync();
        var done = await answer.Run(
            new(Id, TaskImportForm.Read(form, _view)),
            Actor,
            Http.RequestAborted
        );
        // Other columns ask for other states and names.
        Then(
            done.Refusal,
            form["read"] == "again" ? $"/tasks/import/{Id}" : $"/tasks/import/{Id}?step=preview"
        );
    }

    private async Task Apply() => await Begin(undo: false);

    private async Task Undo() => await Begin(undo: true);

    private async Task Begin(bool undo)
    {
        var begun = await runner.Begin(kind, Id, undo, null, Actor, T, Http.RequestAborted);
        Then(begun.Refusal, $"/tasks/import/{Id}");
    }

    private async Task Drop()
    {
        var done = await drop.Run(TaskImports.Subject, Id, Actor, Http.RequestAborted);
        Then(done.Refusal, TaskImports.Subject.Page);
    }

    private void Then(Refusal? no, string page)
    {
        _refusal = no;
        if (no is null)
            navigation.NavigateTo(page);
    }
}
