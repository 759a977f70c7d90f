using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Tasks;
using Plimsoll.Web.Clients.Queries;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.Tasks.Store;

namespace Plimsoll.Web.Tasks.UseCases;

/// <summary>Adds, ticks, renames, moves and removes lines of a checklist.</summary>
public sealed class ChangeChecklist(
    IDbContextFactory<PlimsollDb> store,
    IBookedProjects booked,
    FactSignal signal,
    TimeProvider clock
)
{
    /// <param name="Item">The line; a new one when missing.</param>
    /// <param name="Text">What it is to say; as it is when missing.</param>
    /// <param name="Done">Whether it is done; as it is when missing.</param>
    /// <param name="Place">Its place from the top, counted from 0; as it is when missing, the end for a new one.</param>
    /// <param name="Removed">Takes it away.</param>
    public sealed record Line(
        ChecklistItemId? Item = null,
        string? Text = null,
        bool? Done = null,
        int? Place = null,
        bool Removed = false
    );

    /// <param name="Seen">The version that was changed; not asked when missing: ticking two lines does not collide.</param>
    public sealed record Command(
        TaskId Task,
        IReadOnlyList<Line> Lines,
        SeenVersion Seen = default
    );

    public async Task<Outcome<TasksChanged>> Run(Command command, Actor actor, CancellationToken ct)
    {
        if (command.Lines.Count > ProjectTask.ChecklistAtMost)
            return new ChecklistIsFull();
        var now = clock.GetUtcNow().UtcDateTime;
        var batch = Guid.CreateVersion7();
        var outcome = await store.Write<TasksChanged>(
            async db =>
            {
                var hand = await TasksAtHand.Of(db, booked, [command.Task], actor, now, ct);
                if (hand.Hers(command.Task, command.Seen).Refused(out var no, out var task))
                    return no;
                var was = task.Content();
                var lines = task.Lines().ToList();
                string? said = null;
                foreach (var line in command.Lines)
                    if (Change(lines, line, actor.Person, now).Refused(out var gone, out said))
                        return gone;
                if (task.Check(lines) is { } wrong)
                    return wrong;
                var recorded = db.RecordTask(TaskFact.Checked, task, was, actor, now, batch, said);
                return new TasksChanged(batch, recorded ? 1 : 0);
            },
            ct
        );
        if (!outcome.IsRefused)
            signal.Raise();
        return outcome;
    }

    private static Outcome<string> Change(
        List<ChecklistLine> lines,
        Line line,
        PersonId by,
        DateTime at
    )
    {
        var where = line.Item is { } id ? lines.FindIndex(l => l.Id == id) : lines.Count;
        if (where < 0)
            return new NotThere();
        if (line.Item is null)
            lines.Add(new ChecklistLine(ChecklistItemId.New(), line.Text ?? ""));
        var now = lines[where];
        if (line.Text is { } text)
            now = now with { Text = text };
        if (line.Done is { } done && done != now.DoneAt is not null)
            now = now with { DoneBy = done ? by : null, DoneAt = done ? at : null };
        lines.RemoveAt(where);
        if (!line.Removed)
            lines.Insert(Math.Clamp(line.Place ?? where, 0, lines.Count), now);
        return now.Text;
    }
}
