using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Clients;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Clients.Store;
using Plimsoll.Web.Platform.Http;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Clients.Queries;

/// <summary>Which clients there are, for the one who asks.</summary>
public sealed class ClientList(IDbContextFactory<PlimsollDb> store)
{
    /// <param name="Archived">The archived ones instead of the others.</param>
    /// <param name="Sort"><c>name</c>, <c>manager</c> or <c>projects</c>; with <c>-</c> before it from the end.</param>
    public sealed record Filter(
        string? Search = null,
        PersonId? AccountManager = null,
        bool Archived = false,
        string? Sort = null,
        string? Cursor = null,
        int? Limit = null
    );

    public sealed record Row(
        ClientId Id,
        string Name,
        PersonId AccountManager,
        string? AccountManagerName,
        int AccountManagerColour,
        int Projects,
        int OpenProjects,
        bool IsArchived,
        int Version
    );

    public async Task<PageOf<Row>> Ask(
        Filter filter,
        Actor actor,
        CultureInfo culture,
        CancellationToken ct
    )
    {
        await using var db = await store.CreateDbContextAsync(ct);
        var clients = db.ClientsVisibleTo(actor)
            .AsNoTracking()
            .Where(c => filter.Archived ? c.Archived != null : c.Archived == null);
        if (filter.AccountManager is { } manager)
            clients = clients.Where(c => c.AccountManager == manager);
        if (SearchKeys.Plain(filter.Search) is { Length: > 0 } text)
        {
            var pattern = SearchKeys.Anywhere(text);
            clients = clients.FoundBy(pattern);
        }
        var answerers = db.AnswerersVisibleTo(actor);
        var rows = await clients
            .OrderBy(c => EF.Property<string>(c, SearchKeys.Column))
            .Select(c => new Row(
                c.Id,
                c.Name,
                c.AccountManager,
                answerers.Where(p => p.Id == c.AccountManager).Select(p => p.Name).FirstOrDefault(),
                answerers
                    .Where(p => p.Id == c.AccountManager)
                    .Select(p => p.Colour)
                    .FirstOrDefault(),
                db.Projects().Count(p => p.Client == c.Id && p.Archived == null),
                db.Projects()
                    .Count(p => p.Client == c.Id && p.Archived == null && p.Stage != Stage.Closed),
                c.Archived != null,
                c.Version
            ))
            .Take(Listing.Most)
            .ToListAsync(ct);
        return Sorted(rows, filter.Sort, culture)
            .Page(filter.Cursor, filter.Limit, r => r.Id.Value);
    }

    private static List<Row> Sorted(List<Row> rows, string? sort, CultureInfo culture)
    {
        var descending = sort?.StartsWith('-') == true;
        return sort?.TrimStart('-') switch
        {
            "manager" => rows.Sorted(culture, descending, r => r.AccountManagerName, r => r.Name),
            "projects" => rows.Sorted(
                culture,
                descending,
                r => r.OpenProjects.ToString(CultureInfo.InvariantCulture),
                r => r.Name
            ),
            _ => rows.Sorted(culture, descending, r => r.Name, r => r.Name),
        };
    }
}
