using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Clients;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Clients.Store;
using Plimsoll.Web.Platform.Http;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Clients.Queries;

/// <summary>Which projects there are, for the one who asks.</summary>
public sealed class ProjectList(IDbContextFactory<PlimsollDb> store, IBookedProjects booked)
{
    /// <param name="Sort"><c>name</c>, <c>client</c>, <c>stage</c>, <c>manager</c>, <c>starts</c> or <c>ends</c>; with <c>-</c> before it from the end.</param>
    /// <param name="ByClient">Projects of one client stand together, internal ones last.</param>
    public sealed record Filter(
        string? Search = null,
        ClientId? Client = null,
        ProjectKind? Kind = null,
        Stage? Stage = null,
        PersonId? Manager = null,
        bool Archived = false,
        string? Sort = null,
        bool ByClient = false,
        string? Cursor = null,
        int? Limit = null
    );

    public sealed record Row(
        ProjectId Id,
        string Name,
        string? Code,
        ClientId? Client,
        string? ClientName,
        bool ClientIsHers,
        ProjectKind Kind,
        Stage Stage,
        int Colour,
        PersonId? Manager,
        string? ManagerName,
        DateOnly? Starts,
        DateOnly? Ends,
        bool IsArchived,
        bool MayChange,
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
        var projects = Filtered(db, db.ProjectsVisibleTo(actor, booked).AsNoTracking(), filter);
        var answerers = db.AnswerersVisibleTo(actor);
        var clients = db.ClientsVisibleTo(actor);
        var (me, reach) = (actor.Person, actor.ReachOf(Right.ManageClients));
        var (all, own) = (reach is Reach.All, reach is Reach.Own);
        var rows = await projects
            .OrderBy(p => EF.Property<string>(p, SearchKeys.Column))
            .Select(p => new Row(
                p.Id,
                p.Name,
                p.Code,
                p.Client,
                db.Clients().Where(c => c.Id == p.Client).Select(c => c.Name).FirstOrDefault(),
                clients.Any(c => c.Id == p.Client),
                p.Kind,
                p.Stage,
                p.Colour,
                p.Manager,
                answerers.Where(m => m.Id == p.Manager).Select(m => m.Name).FirstOrDefault(),
                p.Starts,
                p.Ends,
                p.Archived != null,
                all
                    || (
                        own
                        && (
                            p.Manager == me
                            || db.Clients().Any(c => c.Id == p.Client && c.AccountManager == me)
                        )
                    ),
                p.Version
            ))
            .Take(Listing.Most)
            .ToListAsync(ct);
        var sorted = Sorted(rows, filter.Sort, culture);
        if (filter.ByClient)
            sorted = sorted.Sorted(culture, false, r => r.ClientName, _ => "");
        return sorted.Page(filter.Cursor, filter.Limit, r => r.Id.Value);
    }

    private static IQueryable<Project> Filtered(
        PlimsollDb db,
        IQueryable<Project> projects,
        Filter filter
    )
    {
        projects = projects.Where(p => filter.Archived ? p.Archived != null : p.Archived == null);
        if (filter.Client is { } client)
            projects = projects.Where(p => p.Client == client);
        if (filter.Kind is { } kind)
            projects = projects.Where(p => p.Kind == kind);
        if (filter.Stage is { } stage)
            projects = projects.Where(p => p.Stage == stage);
        if (filter.Manager is { } manager)
            projects = projects.Where(p => p.Manager == manager);
        return SearchKeys.Plain(filter.Search) is ""
            ? projects
            : projects.CalledLike(db, filter.Search!);
    }

    private static List<Row> Sorted(List<Row> rows, string? sort, CultureInfo culture)
    {
        Func<Row, string?> key = sort?.TrimStart('-') switch
        {
            "client" => r => r.ClientName,
            "stage" => r => ((int)r.Stage).ToString(CultureInfo.InvariantCulture),
            "manager" => r => r.ManagerName,
            "starts" => r => Iso(r.Starts),
            "ends" => r => Iso(r.Ends),
            _ => r => r.Name,
        };
        return rows.Sorted(culture, sort?.StartsWith('-') == true, key, r => r.Name);
    }

    private static string? Iso(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture);
}
