using System.Net;
using Plimsoll.Web.Platform.Activity;

namespace Plimsoll.Web.Platform.Webhooks;

public static class WebhookSetup
{
    public static void AddWebhooks(this IServiceCollection services)
    {
        services.AddSingleton<ResolveHost>(Dns.GetHostAddressesAsync);
        services.AddSingleton<WebhookCaller>();
        services.AddSingleton<WebhookSecrets>();
        services.AddSingleton<WebhookAddress>();
        services.AddSingleton<SettledFacts>();
        services.AddSingleton<KnownFacts>();
        services.AddSingleton<INameThings, WebhookNames>();
        services.AddScoped<QueueDeliveries>();
        services.AddScoped<SendDeliveries>();
        services.AddScoped<TryDelivery>();
        services.AddScoped<GiveUpWebhook>();
        services.AddScoped<AddWebhook>();
        services.AddScoped<ChangeWebhook>();
        services.AddScoped<DeleteWebhook>();
        services.AddScoped<SwitchWebhook>();
        services.AddScoped<RenewWebhookSecret>();
        services.AddScoped<TestWebhook>();
        services.AddScoped<ReplayDeliveries>();
        services.AddScoped<WebhookList>();
        services.AddScoped<DeliveryLog>();
    }
}
