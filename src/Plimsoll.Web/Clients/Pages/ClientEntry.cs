using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Clients.Queries;

namespace Plimsoll.Web.Clients.Pages;

/// <summary>What the form of a client holds.</summary>
public sealed class ClientEntry
{
    public string? Name { get; set; }
    public Guid AccountManager { get; set; }
    public string? Note { get; set; }
    public int Version { get; set; }
}

/// <summary>Which act beside the form was chosen: archive, restore, delete.</summary>
public sealed class ActEntry
{
    public string? Do { get; set; }
    public int Version { get; set; }
}

internal static class Choices
{
    /// <summary>Whom she can hand a client to: an account manager only keeps it, a director hands it to anybody.</summary>
    public static IReadOnlyList<ClientChoices.Choice> OfManagers(
        IReadOnlyList<ClientChoices.Choice> people,
        Actor actor
    ) =>
        actor.ReachOf(Right.ManageClients) is Reach.All
            ? people
            : [.. people.Where(p => p.Id == actor.Person.Value)];
}
