using System.Text.Json;

namespace Plimsoll.Web.SignIn;

/// <summary>The password was right, the code is still to come: five minutes to show it, in this browser.</summary>
public sealed class HalfWay(Errand errand)
{
    private const string Name = "code";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public sealed record Waiting(Guid Account, bool Stay);

    public void Begin(HttpContext http, Guid account, bool stay) =>
        errand.Keep(http, Name, JsonSerializer.Serialize(new Waiting(account, stay)), Patience);

    public Waiting? Look(HttpContext http) =>
        errand.Look(http, Name) is { } text ? JsonSerializer.Deserialize<Waiting>(text) : null;

    public void End(HttpContext http) => errand.Take(http, Name);
}
