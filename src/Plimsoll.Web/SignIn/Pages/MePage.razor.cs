using Microsoft.AspNetCore.Components;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.SignIn.Queries;
using Plimsoll.Web.SignIn.UseCases;

namespace Plimsoll.Web.SignIn.Pages;

public sealed partial class MePage(
    OwnProfile profile,
    ChangePreferences change,
    NavigationManager navigation
)
{
    private static readonly string[] Themes = ["auto", "light", "dark"];
    private OwnProfile.View? _me;
    private Refusal? _refusal;

    internal static IReadOnlyList<string> Zones { get; } =
    [
        .. TimeZoneInfo
            .GetSystemTimeZones()
            .Select(z => z.Id)
            .Where(id => id.Contains('/', StringComparison.Ordinal))
            .Where(id => !id.StartsWith("Etc/", StringComparison.Ordinal))
            .Append("UTC"),
    ];

    [SupplyParameterFromForm(FormName = "preferences")]
    private Preferences? Form { get; set; }

    [SupplyParameterFromQuery]
    private bool Saved { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    protected override async Task OnInitializedAsync() =>
        _me = await profile.Ask(Actor, Http.RequestAborted);

    private async Task Save()
    {
        var command = new ChangePreferences.Command(
            Form?.Language,
            Form?.Theme,
            Form?.InHours ?? false,
            Form?.TimeZone
        );
        var done = await change.Run(command, Actor, Http.RequestAborted);
        if (!done.Refused(out _refusal, out _))
            navigation.NavigateTo("/me?saved=true");
    }

    public sealed class Preferences
    {
        public string? Language { get; set; }
        public string? Theme { get; set; }
        public bool InHours { get; set; }
        public string? TimeZone { get; set; }
    }
}
