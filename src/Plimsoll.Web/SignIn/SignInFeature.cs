using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Plimsoll.Web.People.UseCases;
using Plimsoll.Web.Platform.Http;
using Plimsoll.Web.Platform.Mail;
using Plimsoll.Web.Platform.Settings;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.Platform.Text;
using Plimsoll.Web.SignIn.Api;
using Plimsoll.Web.SignIn.Queries;
using Plimsoll.Web.SignIn.Store;
using Plimsoll.Web.SignIn.UseCases;

namespace Plimsoll.Web.SignIn;

/// <summary>Turns a request into an actor: sessions, passwords, passkeys, codes, tokens, invitations, the first run.</summary>
public static class SignInFeature
{
    public static void AddSignIn(this IServiceCollection services, PlimsollSettings settings)
    {
        services.AddScoped<Asking>();
        services.AddSingleton<Attempts>();
        services.AddSingleton<OneTimeCodes>();
        services.AddScoped<OwnPassword>();
        services.AddSingleton<SecurityLetters>();
        services.AddSingleton<Errand>();
        services.AddSingleton<HalfWay>();
        services.AddSingleton<KnownScopes>();
        services.AddScoped<Passkeys>();
        services.AddScoped<SessionCookie>();
        AddUseCases(services);
        AddQueries(services);
        AddDoors(services, settings);
        AddIdentity(services, settings);
    }

    public static void MapSignOut(this IEndpointRouteBuilder app)
    {
        app.MapPost("/signout", SignOut).ExcludeFromDescription();
        app.MapGet("/form", FormOf).ExcludeFromDescription();
    }

    public static void MapFeeds(this IEndpointRouteBuilder app) => FeedDoor.Map(app);

    public static void MapSignIn(this RouteGroupBuilder api)
    {
        SignInApi.Map(api);
        FeedsApi.Map(api);
    }

    /// <summary>Before anything else of a request: which language, and whether there is a workspace at all.</summary>
    public static void UseFirstRunAndLanguage(this WebApplication app) =>
        app.Use(
            async (http, next) =>
            {
                ChooseLanguage(http);
                if (
                    IsPage(http.Request.Path)
                    && !await http
                        .RequestServices.GetRequiredService<WorkspaceExists>()
                        .Ask(http.RequestAborted)
                )
                    http.Response.Redirect("/welcome");
                else
                    await next(http);
            }
        );

    private static void AddUseCases(IServiceCollection services)
    {
        services.AddScoped<OpenWorkspace>();
        services.AddScoped<EnterWithPassword>();
        services.AddScoped<EnterWithCode>();
        services.AddScoped<EnterWithPasskey>();
        services.AddScoped<BeginSession>();
        services.AddScoped<EndSession>();
        services.AddScoped<SignOutEverywhere>();
        services.AddScoped<ChangePassword>();
        services.AddScoped<ChangePreferences>();
        services.AddScoped<AddPasskey>();
        services.AddScoped<RemovePasskey>();
        services.AddScoped<OfferSecondFactor>();
        services.AddScoped<TurnOnSecondFactor>();
        services.AddScoped<TurnOffSecondFactor>();
        services.AddScoped<RenewRecoveryCodes>();
        services.AddScoped<InvitePerson>();
        services.AddScoped<AcceptInvitation>();
        services.AddScoped<AskForReset>();
        services.AddScoped<MakeResetLink>();
        services.AddScoped<ResetPassword>();
        services.AddScoped<ShutPersonOut>();
        services.AddScoped<CreateToken>();
        services.AddScoped<RevokeToken>();
        services.AddScoped<AddFeed>();
        services.AddScoped<RenewFeed>();
        services.AddScoped<RevokeFeed>();
        services.AddScoped<CloseDoors>();
        services.AddScoped<IFollowAddress, FollowAddress>();
    }

    private static void AddQueries(IServiceCollection services)
    {
        services.AddSingleton<WorkspaceExists.Memory>();
        services.AddScoped<WorkspaceExists>();
        services.AddScoped<OwnProfile>();
        services.AddScoped<OwnSecurity>();
        services.AddScoped<OwnTokens>();
        services.AddScoped<OwnFeeds>();
        services.AddScoped<ReadFeed>();
        services.AddScoped<OfferedSecondFactor>();
        services.AddScoped<WhoseLink>();
        services.AddScoped<PersonAccess>();
        services.AddScoped<IReceivers, Receivers>();
    }

    private static void AddDoors(IServiceCollection services, PlimsollSettings settings)
    {
        const string either = "door";
        services
            .AddAuthentication(either)
            .AddPolicyScheme(either, null, o => o.ForwardDefaultSelector = TokenDoor.SchemeOf)
            .AddScheme<AuthenticationSchemeOptions, TokenDoor>(TokenDoor.SchemeName, null)
            .AddCookie(
                SessionCookie.Scheme,
                o =>
                {
                    o.Cookie.Name = settings.CookieName("plimsoll");
                    o.Cookie.HttpOnly = true;
                    o.Cookie.SameSite = SameSiteMode.Lax;
                    o.Cookie.SecurePolicy = settings.CookieSecurity();
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
    }

    /// <summary>Of Identity: the hash of passwords and the ceremonies of passkeys.</summary>
    private static void AddIdentity(IServiceCollection services, PlimsollSettings settings)
    {
        services
            .AddIdentityCore<Account>(o => o.Stores.SchemaVersion = IdentitySchemaVersions.Version3)
            .AddDefaultTokenProviders();
        services.Configure<IdentityPasskeyOptions>(o => Passkeys.Configure(o, settings));
        services.AddScoped<IPasskeyHandler<Account>, PasskeyHandler<Account>>();
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

    private static void ChooseLanguage(HttpContext http)
    {
        const string cookie = "plimsoll-language";
        var asking = http.RequestServices.GetRequiredService<Asking>();
        asking.Speak(
            Language.Find(http.Request.Cookies[cookie])
                ?? Language.Preferred(
                    http.Request.GetTypedHeaders()
                        .AcceptLanguage.OrderByDescending(l => l.Quality ?? 1)
                        .Select(l => l.Value.ToString())
                )
        );
        if (Language.Find(http.Request.Query["lang"]) is not { } asked)
            return;
        asking.Speak(asked);
        http.Response.Cookies.Append(
            cookie,
            asked.Code,
            new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                Secure = http.Request.IsHttps,
                MaxAge = TimeSpan.FromDays(365),
                IsEssential = true,
            }
        );
    }

    private static async Task<IResult> SignOut(
        HttpContext http,
        IAntiforgery antiforgery,
        EndSession end,
        Asking asking
    )
    {
        await antiforgery.ValidateRequestAsync(http);
        if (asking.Session is { } session)
            await end.Run(session, asking.Actor, http.RequestAborted);
        await http.SignOutAsync(SessionCookie.Scheme);
        return Results.LocalRedirect("/signin");
    }

    /// <summary>For a script whose page is known no more: who is signed in now, and what her forms are known by.</summary>
    private static JsonHttpResult<OwnForm> FormOf(
        HttpContext http,
        IAntiforgery antiforgery,
        Asking asking
    ) =>
        TypedResults.Json(
            new OwnForm(asking.Actor.Person.Value, antiforgery.GetAndStoreTokens(http).RequestToken)
        );

    internal sealed record OwnForm(Guid Person, string? Token);

    private static bool IsPage(PathString path) =>
        !path.StartsWithSegments("/welcome", StringComparison.Ordinal)
        && !path.StartsWithSegments("/health", StringComparison.Ordinal)
        && !path.StartsWithSegments("/api", StringComparison.Ordinal)
        && !Path.HasExtension(path.Value);
}
