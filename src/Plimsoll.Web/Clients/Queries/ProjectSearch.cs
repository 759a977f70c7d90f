using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Clients;
using Plimsoll.Web.Clients.Store;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Clients.Queries;

/// <summary>What a project is found by: its name, its code, or the name of its client.</summary>
public static class ProjectSearch
{
    /// <param name="projects">Where to look: what whoever asks may see.</param>
    /// <param name="db">Where the clients of these projects are.</param>
    /// <param name="text">As it was typed.</param>
    public static IQueryable<Project> CalledLike(
        this IQueryable<Project> projects,
        PlimsollDb db,
        string text
    )
    {
        var pattern = SearchKeys.Anywhere(text);
        // Codes are kept in capitals; of capitals, SQLite knows the Latin ones only.
        var code = $"%{SearchKeys.Escaped(SearchKeys.Storable(text).Trim().ToUpperInvariant())}%";
        return projects.Where(p =>
            EF.Functions.Like(EF.Property<string>(p, SearchKeys.Column), pattern, "\\")
            || EF.Functions.Like(p.Code!, code, "\\")
            || db.Clients()
                .Any(c =>
                    c.Id == p.Client
                    && EF.Functions.Like(EF.Property<string>(c, SearchKeys.Column), pattern, "\\")
                )
        );
    }
}
