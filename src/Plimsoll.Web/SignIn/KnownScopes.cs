using Plimsoll.Web.Platform.Http;

namespace Plimsoll.Web.SignIn;

/// <summary>The scopes that a token can have: those that the routes themselves ask for.</summary>
public sealed class KnownScopes(EndpointDataSource routes)
{
    public IReadOnlyList<string> All { get; } =
    [
        .. routes
            .Endpoints.Select(e => e.Metadata.GetMetadata<NeededScope>()?.Scope)
            .OfType<string>()
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];
}
