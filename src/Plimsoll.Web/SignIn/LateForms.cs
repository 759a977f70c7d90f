using System.Net.Http.Headers;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components.Endpoints;
using Plimsoll.Web.Platform.Http;
using Plimsoll.Web.SignIn.Pages;
using Plimsoll.Web.Ui;

namespace Plimsoll.Web.SignIn;

/// <summary>
/// A page's form that comes when its person has signed out, or another has come: nothing of it is done, nothing of it is
/// lost (0015). Only forms that our own pages send; whatever else comes with a wrong form is refused as before.
/// </summary>
public static class LateForms
{
    private const string TextOnly = "application/x-www-form-urlencoded";
    private const string WithFiles = "multipart/form-data";

    /// <summary>After forms were checked: the page is shown again as it was filled in, for who is signed in now to look over.</summary>
    public static void UseLateForms(this WebApplication app) =>
        app.Use(
            (http, next) =>
            {
                if (
                    http.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false }
                    && IsKept(http)
                )
                    ShowAgain(http);
                return next(http);
            }
        );

    /// <summary>Where a form goes whose person is signed out, to wait there; nowhere when it is not to be kept.</summary>
    public static string? WaitsAt(HttpContext http) =>
        IsKept(http) && TypeOf(http.Request) == TextOnly
            ? SignedOutPage.Path
                + QueryString.Create("to", http.Request.Path + http.Request.QueryString)
            : null;

    private static void ShowAgain(HttpContext http)
    {
        // The page binds the form as it does any other; Spoken sees to it that nothing is done.
        http.Features.Set<IAntiforgeryValidationFeature>(new ToBeShownAgain());
        if (PageOf(http) == typeof(SignedOutPage))
            return;
        http.RequestServices.GetRequiredService<Asking>().FormIsLate = true;
        http.Response.StatusCode = StatusCodes.Status400BadRequest;
    }

    private static bool IsKept(HttpContext http) =>
        HttpMethods.IsPost(http.Request.Method)
        && TypeOf(http.Request) is TextOnly or WithFiles
        && PageOf(http)?.IsAssignableTo(typeof(Spoken)) == true
        && IsOurs(http.Request);

    private static Type? PageOf(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type;

    // Request.HasFormContentType is not to be asked of a form that was found wrong.
    private static string? TypeOf(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) ? type.MediaType : null;

    /// <summary>Another site must not put words into the form of a person who is signed in here.</summary>
    private static bool IsOurs(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site
            ? site == "same-origin"
            : Uri.TryCreate(request.Headers.Origin, UriKind.Absolute, out var from)
                && from.Authority == request.Host.Value;

    private sealed class ToBeShownAgain : IAntiforgeryValidationFeature
    {
        public bool IsValid => true;
        public Exception? Error => null;
    }
}
