using Microsoft.AspNetCore.Components;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.SignIn.Queries;
using Plimsoll.Web.SignIn.UseCases;

namespace Plimsoll.Web.SignIn.Pages;

public sealed partial class WelcomePage(
    OpenWorkspace open,
    WorkspaceExists exists,
    SessionCookie sessions,
    NavigationManager navigation
)
{
    private Refusal? _refusal;

    private static readonly string[] Zones =
    [
        "Europe/Berlin",
        "Europe/London",
        "Europe/Moscow",
        "Europe/Samara",
        "Asia/Yekaterinburg",
        "Asia/Almaty",
        "Asia/Dubai",
        "Asia/Shanghai",
        "America/New_York",
        "America/Los_Angeles",
        "UTC",
    ];

    [SupplyParameterFromForm]
    private Opening? Form { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        if (await exists.Ask(Http.RequestAborted))
            navigation.NavigateTo("/");
    }

    private async Task Open()
    {
        var command = new OpenWorkspace.Command(
            Form?.Agency,
            Form?.Name,
            Form?.Email,
            Form?.Password,
            Form?.TimeZone ?? "UTC",
            T.Language.Code
        );
        if (
            (await open.Run(command, Door.Page, Http.RequestAborted)).Refused(
                out _refusal,
                out var account
            )
        )
            return;
        await sessions.Begin(Http, account.Id, Proof.FirstRun, stay: true);
        navigation.NavigateTo("/");
    }

    private string? Error(string field) => _refusal?.Field == field ? T.Say(_refusal) : null;

    public sealed class Opening
    {
        public string? Agency { get; set; }
        public string? Name { get; set; }
        public string? Email { get; set; }
        public string? Password { get; set; }
        public string? TimeZone { get; set; }
    }
}
