using Microsoft.AspNetCore.Components;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.SignIn.Queries;
using Plimsoll.Web.SignIn.UseCases;

namespace Plimsoll.Web.SignIn.Pages;

public sealed partial class ResetPage(
    WhoseLink whose,
    ResetPassword reset,
    NavigationManager navigation
)
{
    private Refusal? _refusal;
    private WhoseLink.View? _whose;

    [Parameter]
    public string Token { get; set; } = "";

    [SupplyParameterFromForm(FormName = "reset")]
    private NewPassword? Form { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        var found = await whose.Reset(Token, Attempts.From(Http), Http.RequestAborted);
        _ = found.Refused(out _refusal, out _whose);
    }

    private async Task Set()
    {
        if (_whose is null)
            return;
        var command = new ResetPassword.Command(Token, Form?.Password, Attempts.From(Http));
        if (!(await reset.Run(command, Http.RequestAborted)).Refused(out _refusal, out _))
            navigation.NavigateTo("/signin?after=reset");
    }
}

/// <summary>The form of a page that asks for a new password.</summary>
public sealed class NewPassword
{
    public string? Password { get; set; }
}
