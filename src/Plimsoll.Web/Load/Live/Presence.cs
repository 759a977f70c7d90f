using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Load.Queries;
using Plimsoll.Web.Ui;

namespace Plimsoll.Web.Load.Live;

/// <summary>Who else looks at the board, and where; of those whom the reader may see (PRODUCT 9.4).</summary>
internal static class Presence
{
    private sealed record Here(Guid Id, string Name, string Initials, int Colour, string? Cell);

    public static void Tell(ICollection<BoardWatcher> watchers)
    {
        foreach (var reader in watchers)
            reader.Tell(
                new LiveEvent(
                    "here",
                    LiveJson.Write(
                        watchers
                            .Where(w => w == reader || reader.Scope.Sees(w.Actor.Person))
                            .OrderBy(w => w.Name, StringComparer.Ordinal)
                            .ThenBy(w => w.Stream)
                            .Select(w => new Here(
                                w.Actor.Person.Value,
                                w.Name,
                                Initials.Of(w.Name),
                                w.Colour,
                                Seen(w.Cell, reader.Scope)
                            ))
                            .ToList()
                    )
                )
            );
    }

    /// <summary>The cell of another, when the reader may see it; anything else than a cell is not passed on.</summary>
    private static string? Seen(string? cell, PlanScope scope)
    {
        if (
            cell?.Split('|') is not [var person, var project, var week]
            || !Guid.TryParse(person, out var who)
            || !Week.TryParse(week, out _)
            || !scope.Sees(new PersonId(who))
        )
            return null;
        if (project.Length == 0)
            return cell;
        return Guid.TryParse(project, out var work) && scope.Names(new ProjectId(work))
            ? cell
            : null;
    }
}
