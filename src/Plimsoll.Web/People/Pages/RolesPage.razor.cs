using Microsoft.AspNetCore.Components;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.People.Queries;
using Plimsoll.Web.People.UseCases;

namespace Plimsoll.Web.People.Pages;

public sealed partial class RolesPage(
    RoleList roles,
    AddRole add,
    RenameRole rename,
    ArchiveRole archive,
    DeleteRole delete,
    NavigationManager navigation
)
{
    private IReadOnlyList<RoleList.Row> _roles = [];
    private Refusal? _refusal;

    /// <summary>The role whose form was refused; empty for a new one.</summary>
    private string? _refused;

    [SupplyParameterFromQuery]
    private bool Archived { get; set; }

    [SupplyParameterFromQuery]
    private string? Said { get; set; }

    [SupplyParameterFromForm]
    private NameEntry? Form { get; set; }

    [SupplyParameterFromForm]
    private ActEntry? Act { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        if (!Actor.May(Right.ManagePeople))
            navigation.NotFound();
        else
            _roles = await roles.Ask(Archived, null, Actor, T.Culture, Http.RequestAborted);
    }

    private async Task Add() =>
        Finish((await add.Run(Form?.Name, Actor, Http.RequestAborted)).Refusal, "added", "");

    private async Task Rename(RoleList.Row role)
    {
        var seen = Form?.Version ?? -1;
        var done = await rename.Run(role.Id, seen, Form?.Name, Actor, Http.RequestAborted);
        Finish(done.Refusal, "saved", role.Id.ToString());
    }

    private async Task Do(RoleList.Row role)
    {
        var (id, seen, ct) = (role.Id, Act?.Version ?? -1, Http.RequestAborted);
        var (done, said) = Act?.Do switch
        {
            "archive" => (await archive.Run(id, true, seen, Actor, ct), "archived"),
            "restore" => (await archive.Run(id, false, seen, Actor, ct), "restored"),
            "delete" => (await delete.Run(id, seen, Actor, ct), "deleted"),
            _ => (new IsNotUnderstood("act"), ""),
        };
        Finish(done.Refusal, said, id.ToString());
    }

    private void Finish(Refusal? refusal, string said, string about)
    {
        (_refusal, _refused) = (refusal, refusal is null ? null : about);
        if (refusal is null)
            navigation.NavigateTo(
                $"/settings/roles?said={said}" + (Archived ? "&archived=true" : "")
            );
    }
}

/// <summary>A name as it was typed, and the version it was typed over.</summary>
public sealed class NameEntry
{
    public string? Name { get; set; }
    public int? Version { get; set; }
}
