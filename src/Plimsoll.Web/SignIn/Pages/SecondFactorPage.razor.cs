using Microsoft.AspNetCore.Components;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.SignIn.Queries;
using Plimsoll.Web.SignIn.UseCases;
using QRCoder;

namespace Plimsoll.Web.SignIn.Pages;

public sealed partial class SecondFactorPage(OfferedSecondFactor offered, TurnOnSecondFactor turnOn)
{
    private OfferedSecondFactor.View? _offered;
    private IReadOnlyList<string>? _codes;
    private Refusal? _refusal;

    [SupplyParameterFromForm(FormName = "second")]
    private FirstCode? Form { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    /// <summary>Drawn into the page itself: a picture with an address of its own would be kept by caches.</summary>
    private string Picture
    {
        get
        {
            using var data = QRCodeGenerator.GenerateQrCode(
                _offered!.Uri,
                QRCodeGenerator.ECCLevel.L
            );
            using var picture = new PngByteQRCode(data);
            return "data:image/png;base64," + Convert.ToBase64String(picture.GetGraphic(8));
        }
    }

    protected override async Task OnInitializedAsync() =>
        _offered = await offered.Ask(Actor, Http.RequestAborted);

    private async Task TurnOn()
    {
        var code = Form?.Code?.Replace(" ", "", StringComparison.Ordinal);
        var done = await turnOn.Run(code, Actor, Http.RequestAborted);
        if (!done.Refused(out _refusal, out var codes))
            _codes = codes;
    }

    public sealed class FirstCode
    {
        public string? Code { get; set; }
    }
}
