using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Http;

namespace Plimsoll.Web.Platform.Mail.Leaving;

/// <summary>
/// The address in <c>List-Unsubscribe</c> (RFC 8058): a POST does it at once, for it comes from the mail program's own
/// button; a GET, which any scanner of links sends, only leads to a page with a button. No sign-in and no stamp of a form:
/// who has the letter may end it, and nothing else can be done here.
/// </summary>
public static class LeaveDoor
{
    /// <summary>The page with the button.</summary>
    public const string Page = "/letters/end/";

    public static void MapLeaveDoor(this IEndpointRouteBuilder app)
    {
        app.MapGet(
                LeaveLinks.Path + "{token}",
                (string token) => TypedResults.Redirect(Page + Uri.EscapeDataString(token))
            )
            .AllowAnonymous()
            .ExcludeFromDescription();
        app.MapPost(LeaveLinks.Path + "{token}", End).AllowAnonymous().ExcludeFromDescription();
    }

    private static async Task<IResult> End(
        string token,
        HttpContext http,
        LeaveLetters leave,
        Asking asking,
        CancellationToken ct
    )
    {
        var done = await leave.Run(token, ct);
        // A mail program follows no redirect, and must not be sent one.
        if (http.Request.Query.ContainsKey("page"))
            return TypedResults.Redirect(
                $"{Page}{Uri.EscapeDataString(token)}?{(done.IsRefused ? "gone" : "done")}=true"
            );
        return done.Refusal is { } no
            ? Answer.Problem(no, asking.Phrases)
            : TypedResults.Text(asking.Phrases["ui.leave.done"]);
    }
}
