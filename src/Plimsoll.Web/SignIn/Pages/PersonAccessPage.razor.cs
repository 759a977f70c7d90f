using Microsoft.AspNetCore.Components;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.SignIn.Queries;
using Plimsoll.Web.SignIn.UseCases;

namespace Plimsoll.Web.SignIn.Pages;

public sealed partial class PersonAccessPage(
    PersonAccess access,
    InvitePerson invite,
    MakeResetLink reset,
    ShutPersonOut shutOut,
    NavigationManager navigation
)
{
    private PersonAccess.View? _view;
    private Refusal? _refusal;
    private LinkMade? _link;

    [Parameter]
    public Guid Id { get; set; }

    [SupplyParameterFromForm(FormName = "shut")]
    private ShutForm? Form { get; set; }

    [SupplyParameterFromQuery]
    private bool Shut { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    private PersonId Person => new(Id);

    private CancellationToken Ct => Http.RequestAborted;

    private string State =>
        _view switch
        {
            { MaySignIn: false } => "closed",
            { HasAccount: true } => "open",
            { InvitedUntil: not null } => "invited",
            _ => "none",
        };

    private string? Chip =>
        State switch
        {
            "open" => "good",
            "invited" => "warn",
            _ => null,
        };

    private string? Absolute =>
        _link?.Path is { } path ? navigation.ToAbsoluteUri(path).ToString() : null;

    protected override async Task OnInitializedAsync()
    {
        if (!await Load())
            navigation.NotFound();
    }

    private async Task Invite() => await Show(await invite.Run(Person, Actor, Ct));

    private async Task Reset() => await Show(await reset.Run(Person, Actor, Ct));

    private async Task ShutOut()
    {
        var command = new ShutPersonOut.Command(Person, Form?.SecondFactorToo ?? false);
        if (!(await shutOut.Run(command, Actor, Ct)).Refused(out _refusal, out _))
            navigation.NavigateTo($"/people/{Id}/signin?shut=true");
    }

    private async Task Show(Outcome<LinkMade> made)
    {
        if (!made.Refused(out _refusal, out _link))
            await Load();
    }

    private async Task<bool> Load() =>
        !(await access.Ask(Person, Actor, Ct)).Refused(out _, out _view);

    public sealed class ShutForm
    {
        public bool SecondFactorToo { get; set; }
    }
}
