using Microsoft.AspNetCore.Components;
using Plimsoll.Domain.Clients;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Clients.Queries;
using Plimsoll.Web.Clients.UseCases;
using Plimsoll.Web.Platform.Activity;

namespace Plimsoll.Web.Clients.Pages;

public sealed partial class ProjectPage(
    ProjectCard projects,
    ClientChoices choices,
    FactsOf factsOf,
    ChangeProject change,
    ArchiveProject archive,
    RestoreProject restore,
    DeleteProject delete,
    AddStream addStream,
    RenameStream renameStream,
    RemoveStream removeStream,
    NavigationManager navigation
)
{
    private ProjectCard.View? _project;
    private Refusal? _refusal;
    private StreamEntry? _stream;
    private IReadOnlyList<ClientChoices.Choice> _clients = [];
    private IReadOnlyList<ClientChoices.Choice> _managers = [];
    private IReadOnlyList<FactLine> _history = [];

    [Parameter]
    public Guid Id { get; set; }

    [SupplyParameterFromQuery]
    private string? Ask { get; set; }

    [SupplyParameterFromForm(FormName = "change")]
    private ProjectEntry? Form { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    /// <summary>What was typed, when it was not taken; else what there is.</summary>
    private ProjectEntry Entry => Form ?? ProjectEntry.Of(_project!);

    protected override async Task OnInitializedAsync()
    {
        var ct = Http.RequestAborted;
        if ((await projects.Ask(new(Id), Actor, T.Culture, ct)).Refused(out _, out var project))
        {
            navigation.NotFound();
            return;
        }
        _project = project;
        if (project.MayChange)
        {
            _clients = await choices.Clients(Actor, T.Culture, project.Client, ct);
            _managers = await choices.Answerers(Actor, T.Culture, project.Manager, ct);
        }
        _history = await factsOf.Ask(Id, Actor, ct);
    }

    private async Task Change()
    {
        if (Form is not { } form || _project is not { } project)
            return;
        var command = new ChangeProject.Command(
            project.Id,
            form.Version,
            form.Name,
            form.Code,
            form.ReadClient,
            form.ReadKind ?? project.Kind,
            form.ReadStage ?? project.Stage,
            form.Colour ?? project.Colour,
            form.ReadManager ?? Unseen(project),
            form.Starts,
            form.Ends
        );
        _refusal = (await change.Run(command, Actor, Http.RequestAborted)).Refusal;
        if (_refusal is null)
            navigation.NavigateTo($"/projects/{Id}");
    }

    /// <summary>A manager whose name she may not see cannot be in her form, and is not taken away by it.</summary>
    private static PersonId? Unseen(ProjectCard.View project) =>
        project.ManagerName is null ? project.Manager : null;

    private async Task Do(ActEntry act)
    {
        var (id, ct) = (new ProjectId(Id), Http.RequestAborted);
        _refusal = act.Do switch
        {
            "archive" => (await archive.Run(new(id, act.Version), Actor, ct)).Refusal,
            "restore" => (await restore.Run(new(id, act.Version), Actor, ct)).Refusal,
            "delete" => (await delete.Run(new(id, act.Version), Actor, ct)).Refusal,
            _ => new IsNotUnderstood("act"),
        };
        if (_refusal is null)
            navigation.NavigateTo(act.Do == "delete" ? "/projects" : $"/projects/{Id}");
    }

    private async Task Edit(StreamEntry stream)
    {
        var (id, ct) = (new ProjectId(Id), Http.RequestAborted);
        _refusal = stream.Do switch
        {
            "add" => (await addStream.Run(new(id, stream.Version, stream.Name), Actor, ct)).Refusal,
            "rename" => (
                await renameStream.Run(
                    new(id, stream.Version, new(stream.Id), stream.Name),
                    Actor,
                    ct
                )
            ).Refusal,
            "remove" => (
                await removeStream.Run(new(id, stream.Version, new(stream.Id)), Actor, ct)
            ).Refusal,
            _ => new IsNotUnderstood("act"),
        };
        if (_refusal is null)
            navigation.NavigateTo($"/projects/{Id}");
        else
            _stream = stream;
    }
}
