using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Logging.Console;
using OpenTelemetry.Trace;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Files;
using Plimsoll.Web.Platform.Http;
using Plimsoll.Web.Platform.Http.Description;
using Plimsoll.Web.Platform.Imports;
using Plimsoll.Web.Platform.Jobs;
using Plimsoll.Web.Platform.Mail;
using Plimsoll.Web.Platform.Mail.Inbox;
using Plimsoll.Web.Platform.Settings;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.Platform.Text;
using Plimsoll.Web.Platform.Webhooks;

namespace Plimsoll.Web.Platform;

/// <summary>What every room stands on: settings, logs, compression, headers, health, the door for programs.</summary>
public static class PlatformSetup
{
    public static PlimsollSettings AddPlimsollSettings(this WebApplicationBuilder builder)
    {
        var data =
            builder.Configuration[$"{PlimsollSettings.Section}:Data"]
            ?? new PlimsollSettings().Data;
        builder.Configuration.AddJsonFile(
            Path.Combine(Path.GetFullPath(data), "plimsoll.json"),
            optional: true
        );
        builder.Configuration.AddEnvironmentVariables();
        var settings = SettingsCheck.Read(builder.Configuration);
        try
        {
            Directory.CreateDirectory(settings.Data);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CannotStart(
                $"The folder {Path.GetFullPath(settings.Data)} named by PLIMSOLL__DATA cannot be made: {e.Message}",
                e
            );
        }
        if (
            string.IsNullOrEmpty(builder.Configuration["urls"])
            && string.IsNullOrEmpty(builder.Configuration["http_ports"])
        )
            builder.WebHost.UseUrls($"http://127.0.0.1:{settings.Port}");
        builder.Services.AddSingleton(settings);
        if (settings.Logs == "json")
            builder.Services.Configure<ConsoleLoggerOptions>(o =>
                o.FormatterName = ConsoleFormatterNames.Json
            );
        // Pages find their files also when started from the build's own folder, not only after publishing.
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(k =>
        {
            k.AddServerHeader = false;
            k.Limits.MaxRequestBodySize = (settings.UploadMegabytes + 1L) * 1024 * 1024;
        });
        return settings;
    }

    public static void AddPlatform(this IServiceCollection services, PlimsollSettings settings)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<Phrasebook>();
        services.AddSingleton<FactSignal>();
        services.AddSingleton<PostOffice>();
        services.AddScoped<Outbox>();
        services.AddScoped<TryLetterAgain>();
        services.AddWebhooks();
        services.AddFiles();
        services.AddImports();
        services.AddInbox();
        services.AddSchedule();
        // Russian and Chinese go over the wire as letters, not as numbers of letters.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddScoped<FactReader>();
        services.AddScoped<FactsOf>();
        services.AddScoped<FactFeed>();
        services.AddHttpContextAccessor();
        services.AddProblemDetails();
        services.AddApiDescription();
        services.AddResponseCompression(o =>
        {
            o.EnableForHttps = true;
            o.Providers.Add<BrotliCompressionProvider>();
            o.Providers.Add<GzipCompressionProvider>();
        });
        services.Configure<BrotliCompressionProviderOptions>(o =>
            o.Level = CompressionLevel.Fastest
        );
        services.Configure<GzipCompressionProviderOptions>(o => o.Level = CompressionLevel.Fastest);
        services.AddHealthChecks().AddCheck<StoreHealth>("store", tags: ["ready"]);
        services.AddAntiforgery(o =>
        {
            o.Cookie.Name = settings.CookieName("plimsoll-form");
            o.Cookie.SameSite = SameSiteMode.Strict;
            o.Cookie.SecurePolicy = settings.CookieSecurity();
            o.HeaderName = "X-Plimsoll-Form";
        });
        if (settings.Telemetry is { } address)
            services
                .AddOpenTelemetry()
                .WithTracing(t =>
                    t.AddAspNetCoreInstrumentation()
                        .AddOtlpExporter(o => o.Endpoint = new Uri(address))
                );
    }

    public static void UsePlatform(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseResponseCompression();
        app.UseFailures();
    }

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false })
            .AllowAnonymous();
        app.MapHealthChecks("/health/ready").AllowAnonymous();
    }
}
