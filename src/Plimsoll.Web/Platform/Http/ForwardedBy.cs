using Microsoft.AspNetCore.HttpOverrides;

namespace Plimsoll.Web.Platform.Http;

/// <summary>
/// The setting BehindProxy says that nothing but the proxy reaches this port. In a network of containers the proxy has
/// no address that could be listed here, so its headers are believed wherever they come from.
/// </summary>
public static class ForwardedBy
{
    public static ForwardedHeadersOptions AnyProxy
    {
        get
        {
            var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.All };
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            return options;
        }
    }
}
