using Microsoft.AspNetCore.Components;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Mail;
using Plimsoll.Web.SignIn.UseCases;

namespace Plimsoll.Web.SignIn.Pages;

public sealed partial class ForgotPage(AskForReset ask, PostOffice post)
{
    private Refusal? _refusal;
    private bool _asked;

    [SupplyParameterFromForm(FormName = "forgot")]
    private Asked? Form { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    private async Task Ask()
    {
        var command = new AskForReset.Command(Form?.Email, Attempts.From(Http));
        _asked = !(await ask.Run(command, Http.RequestAborted)).Refused(out _refusal, out _);
    }

    public sealed class Asked
    {
        public string? Email { get; set; }
    }
}
