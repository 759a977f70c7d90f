using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Load.Queries;
using Plimsoll.Web.Platform.Http;
using Plimsoll.Web.Ui;

namespace Plimsoll.Web.Load.Live;

/// <summary>Who else looks at the board, and where; of those whom the reader may see (PRODUCT 9.4).</summary>
internal static class Presence
{
    private sealed record Here(Guid Id, string Name, string Initials, int Colour, string? Cell);

    /// <param name="others">Who looks at it on other nodes.</param>
    public static void Tell(ICollection<BoardWatcher> watchers, IReadOnlyList<Viewer> others)
    {
        var all = watchers
            .Select(w => w.Viewer)
            .Concat(others)
            .OrderBy(v => v.Name, StringComparer.Ordinal)
            .ThenBy(v => v.Stream)
            .ToList();
        foreach (var reader in watchers)
            reader.Tell(
                new LiveEvent(
                    "here",
                    LiveJson.Write(
                        all.Where(v => v.Stream == reader.Stream || reader.Scope.Sees(v.Person))
                            .Select(v => new Here(
                                v.Person.Value,
                                v.Name,
                                Initials.Of(v.Name),
                                v.Colour,
                                Seen(v.Cell, reader.Scope)
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
