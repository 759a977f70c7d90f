using Microsoft.AspNetCore.Components;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.SignIn.UseCases;

namespace Plimsoll.Web.SignIn.Pages;

public sealed partial class SignInPage(
    EnterWithPassword enter,
    SessionCookie sessions,
    NavigationManager navigation
)
{
    private Refusal? _refusal;

    [SupplyParameterFromForm]
    private Entry? Form { get; set; }

    [SupplyParameterFromQuery]
    private string? To { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    private async Task Enter()
    {
        if (
            (await enter.Run(new(Form?.Email, Form?.Password))).Refused(
                out _refusal,
                out var account
            )
        )
            return;
        await sessions.Begin(Http, account, Form!.Stay);
        navigation.NavigateTo(IsOurs(To) ? To! : "/");
    }

    private string? Error(string field) => _refusal?.Field == field ? T.Say(_refusal) : null;

    // A link may bring people back to where they were, but never to another site.
    private static bool IsOurs(string? to) => to is ['/', not ('/' or '\\'), ..] or "/";

    public sealed class Entry
    {
        public string? Email { get; set; }
        public string? Password { get; set; }
        public bool Stay { get; set; }
    }
}
