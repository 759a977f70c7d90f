using System.Net;
using Plimsoll.Web.Tests.Platform;

namespace Plimsoll.Web.Tests.SignIn;

/// <summary>What a person does at the door.</summary>
internal static class DoorActs
{
    public static Task<HttpResponseMessage> Enter(
        this HttpClient browser,
        string email,
        string password
    ) =>
        browser.Submit(
            "/signin",
            "signin",
            ("Form.Email", email),
            ("Form.Password", password),
            ("Form.Stay", "true")
        );

    public static async Task<bool> IsIn(this HttpClient browser) =>
        (await browser.GetAsync("/me", TestAgency.Now)).StatusCode == HttpStatusCode.OK;

    public static async Task<string> Read(this HttpResponseMessage answer) =>
        WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestAgency.Now));
}
