using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Tasks;
using Plimsoll.Web.Clients.Queries;
using Plimsoll.Web.Clients.Store;
using Plimsoll.Web.People.Queries;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.Tasks.Queries;

namespace Plimsoll.Web.Desk.Queries;

/// <summary>Where is it? People, clients, projects and tasks by name, tasks also by their key, of those whom the one who asks may see.</summary>
public sealed class Find(IDbContextFactory<PlimsollDb> store, IBookedProjects booked)
{
    public const int Most = 20;

    public enum What
    {
        Person,
        Client,
        Project,
        Task,
    }

    /// <param name="Detail">What tells two of the same name apart: the code and the client of a project.</param>
    public sealed record Hit(
        What What,
        Guid Id,
        string Name,
        string? Detail,
        int? Colour,
        string Page
    );

    public async Task<IReadOnlyList<Hit>> Ask(string? text, Actor actor, CancellationToken ct)
    {
        var plain = SearchKeys.Plain(text);
        if (plain.Length == 0)
            return [];
        var pattern = SearchKeys.Anywhere(plain);
        await using var db = await store.CreateDbContextAsync(ct);
        var hits = await Projects(db, text!, actor, ct);
        hits.AddRange(await Clients(db, pattern, actor, ct));
        hits.AddRange(await People(db, pattern, actor, ct));
        hits.AddRange(await Tasks(db, text!.Trim(), pattern, actor, ct));
        return
        [
            .. hits.OrderBy(h => Distance(SearchKeys.Plain(h.Name), plain))
                .ThenBy(h => h.What)
                .ThenBy(h => h.Name.Length)
                .Take(Most),
        ];
    }

    /// <summary>A name that begins so comes before one that has it, and both before what is found by its client or code.</summary>
    private static int Distance(string name, string asked) =>
        name.StartsWith(asked, StringComparison.Ordinal) ? 0
        : name.Contains(asked, StringComparison.Ordinal) ? 1
        : 2;

    private static async Task<List<Hit>> People(
        PlimsollDb db,
        string pattern,
        Actor actor,
        CancellationToken ct
    )
    {
        var people = await db.PeopleVisibleTo(actor)
            .Where(p => p.Archived == null)
            .FoundBy(pattern)
            .OrderBy(p => EF.Property<string>(p, SearchKeys.Column))
            .Select(p => new
            {
                p.Id,
                p.Name,
                p.Colour,
            })
            .Take(Most)
            .ToListAsync(ct);
        return
        [
            .. people.Select(p => new Hit(
                What.Person,
                p.Id.Value,
                p.Name,
                null,
                p.Colour,
                $"/people/{p.Id}"
            )),
        ];
    }

    private static async Task<List<Hit>> Clients(
        PlimsollDb db,
        string pattern,
        Actor actor,
        CancellationToken ct
    )
    {
        var clients = await db.ClientsVisibleTo(actor)
            .Where(c => c.Archived == null)
            .FoundBy(pattern)
            .OrderBy(c => EF.Property<string>(c, SearchKeys.Column))
            .Select(c => new { c.Id, c.Name })
            .Take(Most)
            .ToListAsync(ct);
        return
        [
            .. clients.Select(c => new Hit(
                What.Client,
                c.Id.Value,
                c.Name,
                null,
                null,
                $"/clients/{c.Id}"
            )),
        ];
    }

    private async Task<List<Hit>> Tasks(
        PlimsollDb db,
        string text,
        string pattern,
        Actor actor,
        CancellationToken ct
    )
    {
        var seen = db.TasksVisibleTo(actor, booked);
        var named = seen.Named(db, text).Select(t => t.Id);
        var tasks = await seen.Where(t =>
                named.Contains(t.Id)
                || EF.Functions.Like(EF.Property<string>(t, SearchKeys.Column), pattern, "\\")
            )
            .OrderBy(t => t.State == TaskState.Done || t.State == TaskState.Dropped)
            .ThenByDescending(t => t.Id)
            .Take(Most)
            .Join(
                db.Projects(),
                t => t.Project,
                p => p.Id,
                (t, p) =>
                    new
                    {
                        t.Id,
                        t.Title,
                        t.Number,
                        p.Code,
                        p.Name,
                        p.Colour,
                    }
            )
            .ToListAsync(ct);
        return
        [
            .. tasks.Select(t =>
            {
                var key = new TaskKey(t.Code ?? "", t.Number);
                return new Hit(
                    What.Task,
                    t.Id.Value,
                    t.Title,
                    $"{key} · {t.Name}",
                    t.Colour,
                    $"/tasks/{key}"
                );
            }),
        ];
    }

    private async Task<List<Hit>> Projects(
        PlimsollDb db,
        string text,
        Actor actor,
        CancellationToken ct
    )
    {
        var projects = await db.ProjectsVisibleTo(actor, booked)
            .Where(p => p.Archived == null)
            .CalledLike(db, text)
            .OrderBy(p => EF.Property<string>(p, SearchKeys.Column))
            .Select(p => new
            {
                p.Id,
                p.Name,
                p.Code,
                p.Colour,
                Client = db.Clients()
                    .Where(c => c.Id == p.Client)
                    .Select(c => c.Name)
                    .FirstOrDefault(),
            })
            .Take(Most)
            .ToListAsync(ct);
        return
        [
            .. projects.Select(p => new Hit(
                What.Project,
                p.Id.Value,
                p.Name,
                string.Join(" · ", new[] { p.Client, p.Code }.Where(d => d is not null)),
                p.Colour,
                $"/projects/{p.Id}"
            )),
        ];
    }
}
