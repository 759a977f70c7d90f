using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.People.UseCases;

/// <summary>Gives a name to a way of looking at a page, or another name, address or reach to one of her own.</summary>
public sealed class SaveView(IDbContextFactory<PlimsollDb> store)
{
    /// <param name="Page">The page it is of.</param>
    /// <param name="Id">The view to change; a new one when missing.</param>
    /// <param name="Seen">The version that was changed; not asked when missing.</param>
    public sealed record Command(
        string Page,
        Guid? Id,
        string? Name,
        string? Query,
        bool Shared,
        SeenVersion Seen = default
    );

    public async Task<Outcome<SavedView>> Run(Command command, Actor actor, CancellationToken ct)
    {
        if (!actor.May(Right.SeeOwnTeam))
            return new NotAllowed();
        if (
            Line.Required(command.Name, "name", SavedView.NameLimit)
                .Refused(out var nameless, out var name)
        )
            return nameless;
        var query = Line.Optional(
            command.Query?.Trim().TrimStart('?'),
            "query",
            SavedView.QueryLimit
        );
        if (query.Refusal is { } no)
            return no;
        await using var db = await store.CreateDbContextAsync(ct);
        SavedView? view;
        if (command.Id is { } id)
        {
            view = await db.SavedViews()
                .FirstOrDefaultAsync(
                    v => v.Id == id && v.Page == command.Page && v.Person == actor.Person,
                    ct
                );
            if (view is null)
                return new NotThere();
            if (command.Seen.IsNot(view.Version))
                return new ChangedMeanwhile();
            (view.Name, view.Query) = (name, query.Value ?? "");
        }
        else
        {
            view = new SavedView
            {
                Person = actor.Person,
                Page = command.Page,
                Name = name,
                Query = query.Value ?? "",
            };
            _ = db.Add(view);
        }
        view.Shared = command.Shared;
        if (await db.Save(ct) is null)
            return view;
        return new ViewIsThere(name);
    }
}

/// <summary>She has a view of that name.</summary>
public sealed record ViewIsThere(string Name) : Refusal("view-is-there")
{
    public override string Field => "name";
    public override IReadOnlyDictionary<string, object> Words =>
        new Dictionary<string, object> { ["name"] = Name };
}
