using Microsoft.AspNetCore.Components;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Load;
using Plimsoll.Web.Load.Import;
using Plimsoll.Web.Load.Jobs;
using Plimsoll.Web.Load.Queries;
using Plimsoll.Web.Load.UseCases;
using Plimsoll.Web.People.Queries;
using Plimsoll.Web.Platform.Imports;

namespace Plimsoll.Web.Load.Pages;

/// <summary>One brought spreadsheet: its questions, its preview, the work on it, what came of it.</summary>
public sealed partial class ImportDraftPage(
    DraftImport imports,
    AnswerImport answer,
    DropImport drop,
    LoadImports kind,
    ImportRunner runner,
    NavigationManager navigation
)
{
    private ImportHead? _head;
    private DraftImport.View? _view;
    private ImportPreview? _preview;
    private ImportProgress? _progress;
    private Refusal? _refusal;
    private string _from = "";

    [Parameter]
    public Guid Id { get; set; }

    [SupplyParameterFromQuery]
    private string? Step { get; set; }

    [SupplyParameterFromQuery]
    private int? Page { get; set; }

    [SupplyParameterFromForm(FormName = "apply")]
    private Explained? Form { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    private bool IsAtWork => _head?.IsAtWork == true;

    protected override async Task OnInitializedAsync()
    {
        await runner.Settle(Id, Http.RequestAborted);
        await Read();
        if (_head is null)
            navigation.NotFound();
    }

    private async Task Read()
    {
        var ct = Http.RequestAborted;
        (_head, _view, _preview) = (null, null, null);
        if ((await imports.One(Id, Actor, ct)).Refused(out _, out var head))
            return;
        _head = head;
        _progress = runner.Progress(Id);
        if (head.State is not ImportState.Draft)
            return;
        if (Step != "preview")
        {
            _view = (await imports.Ask(Id, Actor, ct)).Value;
            return;
        }
        var asked = BoardView.Read("", default, Asking.InHours ? PlanUnit.Hours : PlanUnit.Percent);
        (_view, _preview) = (await imports.Preview(Id, Page ?? 1, asked, Actor, ct)).Value;
    }

    private async Task Answer()
    {
        if (_view is null)
            return;
        var answers = ImportForm.Read(await Http.Request.ReadFormAsync(), _view);
        var done = await answer.Run(new(Id, answers), Actor, Http.RequestAborted);
        Then(done.Refusal, $"/load/import/{Id}?step=preview");
    }

    private async Task Apply()
    {
        if (ImportAnswers.Explained(Form?.Reason).Refused(out _refusal, out var said))
            return;
        var begun = await runner.Begin(kind, Id, false, said, Actor, T, Http.RequestAborted);
        Then(begun.Refusal, $"/load/import/{Id}");
    }

    private async Task Undo()
    {
        var begun = await runner.Begin(kind, Id, true, null, Actor, T, Http.RequestAborted);
        Then(begun.Refusal, $"/load/import/{Id}");
    }

    private async Task Drop()
    {
        var done = await drop.Run(PlanImports.Subject, Id, Actor, Http.RequestAborted);
        Then(done.Refusal, "/load/import");
    }

    private void Then(Refusal? no, string page)
    {
        _refusal = no;
        if (no is null)
            navigation.NavigateTo(page);
    }

    public sealed class Explained
    {
        public string? Reason { get; set; }
    }
}
