using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Plimsoll.Web.Platform.Text;

namespace Plimsoll.Web.Platform.Http;

/// <summary>
/// A bug or the world: logged with its trace, answered with the trace's number and nothing else of it. Programs get
/// problem details; people get the page <c>/failed</c>.
/// </summary>
public static class Failures
{
    public static void UseFailures(this WebApplication app)
    {
        app.UseWhen(IsApi, api => api.UseExceptionHandler(handler => handler.Run(Explain)));
        app.UseWhen(
            http => !IsApi(http),
            pages =>
            {
                pages.UseExceptionHandler(
                    new ExceptionHandlerOptions
                    {
                        ExceptionHandlingPath = "/failed",
                        CreateScopeForErrors = true,
                        StatusCodeSelector = Status,
                    }
                );
                pages.UseStatusCodePagesWithReExecute(
                    "/not-found",
                    createScopeForStatusCodePages: true
                );
            }
        );
        app.UseWhen(IsApi, api => api.UseStatusCodePages(context => Name(context.HttpContext)));
    }

    private static bool IsApi(HttpContext http) =>
        http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal);

    private static Task Explain(HttpContext http)
    {
        http.Response.StatusCode = Status(http.Features.Get<IExceptionHandlerFeature>()?.Error);
        return Name(http);
    }

    /// <summary>What the caller sent wrongly is no failure of ours.</summary>
    private static int Status(Exception? error) =>
        (error as BadHttpRequestException)?.StatusCode ?? StatusCodes.Status500InternalServerError;

    private static Task Name(HttpContext http)
    {
        var phrases = http.RequestServices.GetRequiredService<Asking>().Phrases;
        var status = http.Response.StatusCode;
        var (code, key) = status switch
        {
            StatusCodes.Status400BadRequest => ("malformed", "failed.malformed"),
            StatusCodes.Status401Unauthorized => ("not-signed-in", "failed.not-signed-in"),
            StatusCodes.Status403Forbidden => ("not-allowed", "refused.not-allowed"),
            StatusCodes.Status404NotFound => ("not-there", "refused.not-there"),
            StatusCodes.Status413PayloadTooLarge => ("too-large", "failed.too-large"),
            StatusCodes.Status429TooManyRequests => (
                "too-many-requests",
                "failed.too-many-requests"
            ),
            < 500 => ("not-possible", "failed.not-possible"),
            _ => ("failed", "failed.text"),
        };
        var problem = new ProblemDetails
        {
            Status = status,
            Title = phrases[key],
            Type = "urn:plimsoll:" + code,
        };
        problem.Extensions["code"] = code;
        problem.Extensions["traceId"] =
            System.Diagnostics.Activity.Current?.Id ?? http.TraceIdentifier;
        return TypedResults.Problem(problem).ExecuteAsync(http);
    }
}
