using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;
using Plimsoll.Web.Clients.Queries;
using Plimsoll.Web.People.Queries;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.Tasks.Store;

namespace Plimsoll.Web.Tasks.Queries;

/// <summary>Who can be mentioned where a task is talked about: people she knows of, who see the task themselves.</summary>
public sealed class WhoSeesTask(IDbContextFactory<PlimsollDb> store, IBookedProjects booked)
{
    public const int Most = 8;

    // So many names are tried; whoever is looked for is found by more letters.
    private const int TriedAtMost = 40;

    public async Task<Outcome<IReadOnlyList<TaskPerson>>> Ask(
        TaskId task,
        string? search,
        Actor actor,
        CancellationToken ct
    )
    {
        await using var db = await store.CreateDbContextAsync(ct);
        if (!await db.TasksVisibleTo(actor, booked).AnyAsync(t => t.Id == task, ct))
            return new NotThere();
        var seen = db.PeopleVisibleTo(actor).Select(p => p.Id);
        var named = db.People()
            .Where(p =>
                seen.Contains(p.Id)
                || db.Comments().Any(c => c.Task == task && c.DeletedAt == null && c.By == p.Id)
                || db.Tasks()
                    .Any(t =>
                        t.Id == task
                        && (
                            t.Responsible == p.Id
                            || t.Reviewer == p.Id
                            || t.CreatedBy == p.Id
                            || t.Helpers.Any(h => h.Person == p.Id)
                        )
                    )
            );
        if (search is not null && SearchKeys.Plain(search).Length > 0)
        {
            var typed = SearchKeys.Anywhere(search);
            named = named.Where(p =>
                EF.Functions.Like(EF.Property<string>(p, SearchKeys.Column), typed, "\\")
            );
        }
        var people = await named
            .OrderBy(p => EF.Property<string>(p, SearchKeys.Column))
            .Select(p => new TaskPerson(p.Id, p.Name, p.Colour))
            .Take(TriedAtMost)
            .ToListAsync(ct);
        var see = await db.WhoSee(booked, task, [.. people.Select(p => p.Id)], ct);
        return people.FindAll(p => see.Contains(p.Id))[..Math.Min(Most, see.Count)];
    }
}

/// <summary>Who of these people sees a task, by the rule by which each of them would open it.</summary>
internal static class SeeingTasks
{
    public static async Task<HashSet<PersonId>> WhoSee(
        this PlimsollDb db,
        IBookedProjects booked,
        TaskId task,
        IReadOnlyCollection<PersonId> people,
        CancellationToken ct
    )
    {
        var there = await db.People()
            .Where(p =>
                people.Contains(p.Id) && p.Archived == null && p.Kind != PersonKind.Placeholder
            )
            .Select(p => new { p.Id, p.Position })
            .ToListAsync(ct);
        var see = new HashSet<PersonId>();
        foreach (var person in there)
            if (
                await db.TasksVisibleTo(new(person.Id, person.Position, Door.Page), booked)
                    .AnyAsync(t => t.Id == task, ct)
            )
                _ = see.Add(person.Id);
        return see;
    }
}
