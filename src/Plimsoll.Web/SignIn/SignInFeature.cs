using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Plimsoll.Web.Platform.Http;
using Plimsoll.Web.Platform.Settings;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.Platform.Text;
using Plimsoll.Web.SignIn.Queries;
using Plimsoll.Web.SignIn.Store;
using Plimsoll.Web.SignIn.UseCases;

namespace Plimsoll.Web.SignIn;

/// <summary>Turns a request into an actor: sessions, passwords, the first run.</summary>
public static class SignInFeature
{
    public static void AddSignIn(this IServiceCollection services, PlimsollSettings settings)
    {
        services.AddScoped<Asking>();
        services.AddScoped<SessionCookie>();
        services.AddScoped<OpenWorkspace>();
        services.AddScoped<EndSession>();
        services.AddScoped<EnterWithPassword>();
        services.AddSingleton<WorkspaceExists.Memory>();
        services.AddScoped<WorkspaceExists>();
        services
            .AddAuthentication(SessionCookie.Scheme)
            .AddCookie(
                SessionCookie.Scheme,
                o =>
                {
                    o.Cookie.Name = "plimsoll";
                    o.Cookie.HttpOnly = true;
                    o.Cookie.SameSite = SameSiteMode.Lax;
                    o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                    o.LoginPath = "/signin";
                    o.AccessDeniedPath = "/not-found";
                    o.ReturnUrlParameter = "to";
                    o.ExpireTimeSpan = TimeSpan.FromDays(settings.SessionDays);
                    o.SlidingExpiration = true;
                    o.EventsType = typeof(SessionCookie);
                }
            );
        services
            .AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services
            .AddIdentityCore<Account>(o =>
            {
                o.User.RequireUniqueEmail = true;
                o.Password.RequiredLength = 10;
                o.Password.RequireDigit =
                    o.Password.RequireLowercase =
                    o.Password.RequireUppercase =
                    o.Password.RequireNonAlphanumeric =
                        false;
                o.Lockout.MaxFailedAccessAttempts = 5;
                o.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(10);
                o.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
            })
            .AddDefaultTokenProviders();
        services.AddScoped<
            IUserStore<Account>,
            UserOnlyStore<
                Account,
                PlimsollDb,
                Guid,
                IdentityUserClaim<Guid>,
                IdentityUserLogin<Guid>,
                IdentityUserToken<Guid>,
                IdentityUserPasskey<Guid>
            >
        >();
    }

    /// <summary>Before anything else of a request: which language, and whether there is a workspace at all.</summary>
    public static void UseFirstRunAndLanguage(this WebApplication app)
    {
        app.Use(
            async (http, next) =>
            {
                var asking = http.RequestServices.GetRequiredService<Asking>();
                asking.Speak(
                    Language.Find(http.Request.Cookies["plimsoll-language"])
                        ?? Language.Preferred(
                            http.Request.GetTypedHeaders()
                                .AcceptLanguage.OrderByDescending(l => l.Quality ?? 1)
                                .Select(l => l.Value.ToString())
                        )
                );
                if (Language.Find(http.Request.Query["lang"]) is { } asked)
                {
                    asking.Speak(asked);
                    http.Response.Cookies.Append(
                        "plimsoll-language",
                        asked.Code,
                        new CookieOptions
                        {
                            HttpOnly = true,
                            SameSite = SameSiteMode.Lax,
                            MaxAge = TimeSpan.FromDays(365),
                            IsEssential = true,
                        }
                    );
                }
                if (
                    IsPage(http.Request.Path)
                    && !await http
                        .RequestServices.GetRequiredService<WorkspaceExists>()
                        .Ask(http.RequestAborted)
                )
                {
                    http.Response.Redirect("/welcome");
                    return;
                }
                await next(http);
            }
        );
    }

    public static void MapSignIn(this IEndpointRouteBuilder app) =>
        app.MapPost(
            "/signout",
            async (HttpContext http, Microsoft.AspNetCore.Antiforgery.IAntiforgery antiforgery) =>
            {
                await antiforgery.ValidateRequestAsync(http);
                await http
                    .RequestServices.GetRequiredService<EndSession>()
                    .Run(http.RequestServices.GetRequiredService<Asking>(), http.RequestAborted);
                await http.SignOutAsync(SessionCookie.Scheme);
                return Results.LocalRedirect("/signin");
            }
        );

    private static bool IsPage(PathString path) =>
        !path.StartsWithSegments("/welcome", StringComparison.Ordinal)
        && !path.StartsWithSegments("/health", StringComparison.Ordinal)
        && !path.StartsWithSegments("/api", StringComparison.Ordinal)
        && !Path.HasExtension(path.Value);
}
