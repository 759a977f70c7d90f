using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Plimsoll.Domain.Kernel;

namespace Plimsoll.Web.Platform.Http;

/// <summary>
/// The door for programs, <c>/api/v1</c>. A token opens what its scopes name; the pages' own scripts come with the
/// session cookie and, for a change, the anti-forgery header.
/// </summary>
public static class ApiDoor
{
    public const string SessionScheme = "session";

    public static RouteGroupBuilder MapApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/v1");
        api.AddEndpointFilter(ComesFromOurPage);
        api.AddEndpointFilter(PreconditionFailed);
        return api;
    }

    /// <summary>The answer holds a secret: nobody on the way may store it, nor do we for a repeated call.</summary>
    public static TBuilder NeverStored<TBuilder>(this TBuilder route)
        where TBuilder : IEndpointConventionBuilder =>
        route.AddEndpointFilter(
            (context, next) =>
            {
                context.HttpContext.Response.Headers.CacheControl = "no-store";
                return next(context);
            }
        );

    /// <summary>The scope a token must have for this route: <c>load:read</c>, <c>people:write</c>.</summary>
    public static TBuilder Needs<TBuilder>(this TBuilder route, string scope)
        where TBuilder : IEndpointConventionBuilder =>
        route
            .WithMetadata(new NeededScope(scope))
            .AddEndpointFilterFactory(
                (_, next) =>
                    context =>
                    {
                        var asking =
                            context.HttpContext.RequestServices.GetRequiredService<Asking>();
                        return asking.MayUse(scope)
                            ? next(context)
                            : ValueTask.FromResult<object?>(
                                Answer.Problem(new TokenLacksScope(scope), asking.Phrases)
                            );
                    }
            );

    /// <summary>A collision of a caller who named the version in If-Match is 412, not 409 (RFC 9110, 13.1.1).</summary>
    private static async ValueTask<object?> PreconditionFailed(
        EndpointFilterInvocationContext context,
        EndpointFilterDelegate next
    )
    {
        var answer = await next(context);
        if (
            answer
                is ProblemHttpResult
                {
                    StatusCode: StatusCodes.Status409Conflict,
                    ProblemDetails: var problem
                }
            && problem.Extensions.TryGetValue("code", out var code)
            && code is "changed-meanwhile"
            && context.HttpContext.Request.Headers.ContainsKey("If-Match")
        )
        {
            problem.Status = StatusCodes.Status412PreconditionFailed;
            return TypedResults.Problem(problem);
        }
        return answer;
    }

    private static async ValueTask<object?> ComesFromOurPage(
        EndpointFilterInvocationContext context,
        EndpointFilterDelegate next
    )
    {
        var http = context.HttpContext;
        var unsafeMethod =
            !HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method);
        if (unsafeMethod && http.User.Identity?.AuthenticationType == SessionScheme)
        {
            var antiforgery = http.RequestServices.GetRequiredService<IAntiforgery>();
            if (!await antiforgery.IsRequestValidAsync(http))
                return Answer.Problem(
                    new FormIsStale(),
                    http.RequestServices.GetRequiredService<Asking>().Phrases
                );
        }
        return await next(context);
    }
}

/// <summary>Which scope a route needs; read by the filter and by the description of the interface.</summary>
public sealed record NeededScope(string Scope);

/// <summary>The token was made for less than this.</summary>
public sealed record TokenLacksScope(string Scope) : Refusal("token-lacks-scope")
{
    public override RefusalKind Kind => RefusalKind.NotAllowed;
    public override IReadOnlyDictionary<string, object> Words =>
        new Dictionary<string, object> { ["scope"] = Scope };
}

/// <summary>The page that sends this was opened before a new sign-in, or is not one of ours.</summary>
public sealed record FormIsStale() : Refusal("form-is-stale")
{
    public override RefusalKind Kind => RefusalKind.Malformed;
}
