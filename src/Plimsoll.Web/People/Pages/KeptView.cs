using Plimsoll.Domain.Kernel;
using Plimsoll.Web.People.UseCases;

namespace Plimsoll.Web.People.Pages;

/// <summary>What the menu of named views says: keep what is shown, change one of her views, or forget it.</summary>
public sealed class KeptView
{
    public Guid? Id { get; set; }
    public string? Name { get; set; }
    public string? Query { get; set; }
    public bool Shared { get; set; }

    /// <summary>Of a page with a first week: opens on the present one rather than on the one that is shown.</summary>
    public bool Follows { get; set; }
    public bool Renewed { get; set; }
    public bool Dropped { get; set; }

    /// <param name="now">The query string of what is shown.</param>
    public async Task<Refusal?> Keep(
        string page,
        string now,
        SaveView save,
        DropView drop,
        Actor actor,
        CancellationToken ct
    )
    {
        if (Dropped && Id is { } gone)
            return (await drop.Run(gone, actor, ct)).Refusal;
        var query = Id is null || Renewed ? now : Query;
        return (await save.Run(new(page, Id, Name, query, Shared), actor, ct)).Refusal;
    }
}
