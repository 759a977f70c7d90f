using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Tasks;
using Plimsoll.Web.Clients.Store;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.Tasks.Store;

namespace Plimsoll.Web.Tasks.Queries;

/// <summary>What tasks are called and where their page is, for the record of all changes.</summary>
public sealed class TaskNames : INameThings
{
    public async Task<IReadOnlyList<NamedThing>> Name(
        PlimsollDb db,
        IReadOnlyCollection<Guid> ids,
        CancellationToken ct
    )
    {
        var taskIds = ids.Select(TaskId.From).ToList();
        var tasks = await db.Tasks()
            .Where(t => taskIds.Contains(t.Id))
            .Join(
                db.Projects(),
                t => t.Project,
                p => p.Id,
                (t, p) =>
                    new
                    {
                        t.Id,
                        p.Code,
                        t.Number,
                        t.Title,
                    }
            )
            .ToListAsync(ct);
        return
        [
            .. tasks.Select(t =>
            {
                var key = new TaskKey(t.Code ?? "", t.Number);
                return new NamedThing(t.Id.Value, $"{key} {t.Title}", $"/tasks/{key}");
            }),
        ];
    }

    public async Task<IReadOnlyList<Guid>> Find(
        PlimsollDb db,
        string pattern,
        int most,
        CancellationToken ct
    ) =>
        [
            .. (
                await db.Tasks()
                    .Where(t =>
                        EF.Functions.Like(EF.Property<string>(t, SearchKeys.Column), pattern, "\\")
                    )
                    .Select(t => t.Id)
                    .Order()
                    .Take(most)
                    .ToListAsync(ct)
            ).Select(t => t.Value),
        ];
}
