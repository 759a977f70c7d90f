using Plimsoll.Domain.Kernel;

namespace Plimsoll.Web.Load.Queries;

/// <summary>The people of the projects whose rows are opened. A percent is of the person's own week, as in her row.</summary>
internal static class OpenedProjects
{
    public static async Task<Dictionary<ProjectId, IReadOnlyList<BoardLine>>> Lines(
        BoardReading reading,
        ProjectId[] projects,
        List<RowPerson> people,
        Dictionary<PersonId, BoardCell[]> cells
    )
    {
        var named = projects.Where(p => p != default && reading.Scope.Names(p)).ToHashSet();
        if (named.Count == 0)
            return [];
        var rows = people.ToDictionary(p => p.Id);
        var booked = reading.Planned.Where(t => named.Contains(t.Project)).Select(t => t.Person);
        var parts = await BookedParts.Of(
            reading.Planned.Where(t => booked.Contains(t.Person)),
            (person, week) =>
                cells.TryGetValue(person, out var row) ? row[reading.At(week)] : default,
            reading.Ct
        );
        var comments = (await BoardComments.Of(reading)).ToHashSet();
        var lines = new Dictionary<(ProjectId, PersonId), LineCell[]>();
        foreach (var (person, week, part) in parts.All)
        {
            if (!named.Contains(part.Project) || !rows.ContainsKey(person))
                continue;
            if (!lines.TryGetValue((part.Project, person), out var row))
                lines[(part.Project, person)] = row = new LineCell[reading.View.Weeks];
            row[reading.At(week)] = part.Cell;
            row[reading.At(week)].HasComment = comments.Contains(
                new BoardComments.Said(person, part.Project, Week.Of(week))
            );
        }
        var ofProject = lines.ToLookup(l => l.Key.Item1);
        // A project on which nothing is planned yet is opened as well: a person can be added to it.
        return named.ToDictionary(
            project => project,
            IReadOnlyList<BoardLine> (project) =>
                [
                    .. ofProject[project]
                        .Select(l => (Person: rows[l.Key.Item2], Cells: l.Value))
                        .OrderBy(l => l.Person.Name, StringComparer.InvariantCultureIgnoreCase)
                        .Select(l => new BoardLine(
                            l.Person.Id.Value,
                            l.Person.Name,
                            l.Person.RoleName,
                            l.Person.Colour,
                            false,
                            reading.Scope.MayEdit(l.Person.Id, project),
                            l.Cells
                        )),
                ]
        );
    }
}
