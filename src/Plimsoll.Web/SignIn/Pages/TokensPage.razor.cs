using Microsoft.AspNetCore.Components;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.SignIn.Queries;
using Plimsoll.Web.SignIn.UseCases;

namespace Plimsoll.Web.SignIn.Pages;

public sealed partial class TokensPage(
    OwnTokens own,
    KnownScopes scopes,
    CreateToken create,
    RevokeToken revoke,
    NavigationManager navigation
)
{
    private IReadOnlyList<OwnTokens.Line> _tokens = [];
    private Refusal? _refusal;
    private string? _secret;
    private IReadOnlyCollection<string> _chosen = [];

    [SupplyParameterFromForm(FormName = "token")]
    private NewToken? Form { get; set; }

    [SupplyParameterFromQuery]
    private bool Revoked { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    protected override async Task OnInitializedAsync() =>
        _tokens = await own.Ask(Actor, Http.RequestAborted);

    private async Task Create()
    {
        _chosen = [.. Http.Request.Form["scope"].OfType<string>()];
        var command = new CreateToken.Command(Form?.Name, _chosen, Form?.Days ?? 0);
        var made = await create.Run(command, Actor, Http.RequestAborted);
        if (made.Refused(out _refusal, out _secret))
            return;
        _chosen = [];
        _tokens = await own.Ask(Actor, Http.RequestAborted);
    }

    private async Task Revoke(Guid id)
    {
        if (!(await revoke.Run(id, Actor, Http.RequestAborted)).Refused(out _refusal, out _))
            navigation.NavigateTo("/me/tokens?revoked=true");
    }

    private bool Chosen(string scope) => _chosen.Contains(scope);

    private string? Error(string field) => _refusal?.Field == field ? T.Say(_refusal) : null;

    private DateOnly Day(DateTime moment) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(moment, Asking.Zone));

    public sealed class NewToken
    {
        public string? Name { get; set; }
        public int Days { get; set; }
    }
}
