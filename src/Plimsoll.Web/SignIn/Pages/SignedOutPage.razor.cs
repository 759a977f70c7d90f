using Microsoft.AspNetCore.Components;

namespace Plimsoll.Web.SignIn.Pages;

public sealed partial class SignedOutPage(NavigationManager navigation)
{
    public const string Path = "/signed-out";

    private string _form = "";
    private IReadOnlyList<(string Name, string? Value)> _kept = [];

    /// <summary>The page that the form belongs to.</summary>
    [SupplyParameterFromQuery]
    private string? To { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    private string Back => SignInPage.OursOnly(To) ?? "/";

    protected override void OnInitialized()
    {
        if (!HttpMethods.IsPost(Http.Request.Method))
        {
            navigation.NavigateTo("/signin" + QueryString.Create("to", Back));
            return;
        }
        var form = Http.Request.Form;
        _form = form["_handler"].ToString();
        // What was signed with the session before is of no use; a password is typed again, not written into a page.
        _kept =
        [
            .. from field in form
            where field.Key is not ("_handler" or "__RequestVerificationToken")
            where !field.Key.Contains("Password", StringComparison.OrdinalIgnoreCase)
            from value in field.Value
            select (field.Key, value),
        ];
    }

    private static void Wait()
    {
        // A form is handled by somebody; this one only waits.
    }
}
