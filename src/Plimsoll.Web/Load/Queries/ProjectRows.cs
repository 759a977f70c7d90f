using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Clients;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Load;
using Plimsoll.Web.Clients.Store;
using Plimsoll.Web.Load.Store;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Load.Queries;

/// <summary>
/// The board turned round: a row for each project, of the people in sight that the filters leave. Its strip of figures
/// speaks of those people, as on the board with their rows.
/// </summary>
internal sealed class ProjectRows(BoardReading reading)
{
    private readonly BoardReading _reading = reading;

    private BoardView View => _reading.View;

    public async Task<(IReadOnlyList<BoardGroup>, BoardFigures)> Ask()
    {
        var ofPeople = _reading with { View = View with { Rows = BoardRows.People, Search = "" } };
        var (people, peopleCells) = await new PeopleRows(ofPeople).Kept();
        var figures = await BoardSums.Of(ofPeople, people, peopleCells);
        var projects = await Named();
        var cells = await Cells(projects, [.. people.Select(p => p.Id)]);
        var open = cells.Keys.Where(id => View.Open.Contains(id.Value)).ToArray();
        var lines = await OpenedProjects.Lines(_reading, open, people, peopleCells);
        var rows = cells
            .Where(c => IsShown(projects.GetValueOrDefault(c.Key), c.Value))
            .Select(c => Row(projects.GetValueOrDefault(c.Key), c.Key, c.Value, lines))
            .ToList();
        return (Grouped(rows, projects), figures);
    }

    private BoardRow Row(
        NamedProject? project,
        ProjectId id,
        BoardCell[] cells,
        Dictionary<ProjectId, IReadOnlyList<BoardLine>> lines
    ) =>
        new(
            id.Value,
            project?.Name ?? "",
            project?.ClientName,
            0,
            null,
            project?.Colour ?? 0,
            project is not null && _reading.Scope.MayEditSome(id),
            false,
            cells,
            lines.GetValueOrDefault(id)
        );

    private async Task<Dictionary<ProjectId, NamedProject>> Named()
    {
        var projects = _reading.Db.ProjectsNamedTo(_reading.Actor);
        if (View.Client is { } client)
            projects = projects.Where(p => p.Client == client);
        if (View.Project is { } project)
            projects = projects.Where(p => p.Id == project);
        if (View.Search.Length > 0)
        {
            var pattern = SearchKeys.Anywhere(View.Search);
            projects = projects.Where(p =>
                EF.Functions.Like(EF.Property<string>(p, SearchKeys.Column), pattern, "\\")
                || _reading
                    .Db.Clients()
                    .Any(c =>
                        c.Id == p.Client
                        && EF.Functions.Like(
                            EF.Property<string>(c, SearchKeys.Column),
                            pattern,
                            "\\"
                        )
                    )
            );
        }
        return await projects
            .AsNoTracking()
            .Select(p => new NamedProject(
                p.Id,
                p.Name,
                p.Colour,
                p.Client,
                _reading
                    .Db.Clients()
                    .Where(c => c.Id == p.Client)
                    .Select(c => c.Name)
                    .FirstOrDefault(),
                p.Stage != Stage.Closed && p.Archived == null
            ))
            .ToDictionaryAsync(p => p.Id, _reading.Ct);
    }

    private async Task<Dictionary<ProjectId, BoardCell[]>> Cells(
        Dictionary<ProjectId, NamedProject> projects,
        HashSet<PersonId> people
    )
    {
        var cells = projects.Keys.ToDictionary(id => id, _ => new BoardCell[View.Weeks]);
        var sums = await _reading
            .Planned.Join(_reading.People(), t => t.Person, p => p.Id, (t, p) => t)
            .GroupBy(t => new
            {
                t.Project,
                t.Week,
                t.Person,
            })
            .Select(g => new
            {
                g.Key.Project,
                g.Key.Week,
                g.Key.Person,
                Confirmed = g.Sum(t =>
                    t.Certainty == Certainty.Confirmed && !t.Internal ? t.Planned : 0
                ),
                Internal = g.Sum(t =>
                    t.Certainty == Certainty.Confirmed && t.Internal ? t.Planned : 0
                ),
                Tentative = g.Sum(t => t.Certainty == Certainty.Tentative ? t.Planned : 0),
            })
            .ToListAsync(_reading.Ct);
        var narrowed = View.Client is not null || View.Project is not null || View.Search != "";
        foreach (var sum in sums)
        {
            var id = _reading.Scope.Names(sum.Project) ? sum.Project : default;
            if (!cells.TryGetValue(id, out var row))
            {
                // A named project that the filters took away, or other work while they are looking for something.
                if (id != default || narrowed)
                    continue;
                cells[id] = row = new BoardCell[View.Weeks];
            }
            if (!people.Contains(sum.Person))
                continue;
            ref var cell = ref row[_reading.At(sum.Week)];
            cell.Confirmed += sum.Confirmed;
            cell.Internal += sum.Internal;
            cell.Tentative += sum.Tentative;
        }
        foreach (var said in await BoardComments.Of(_reading))
            if (said.Project is { } project && cells.TryGetValue(project, out var row))
                row[_reading.At(said.Week.Monday)].HasComment = true;
        return cells;
    }

    /// <summary>A project under way has a row even while nothing is planned on it, unless the filters speak of people or holds.</summary>
    private bool IsShown(NamedProject? project, BoardCell[] row)
    {
        if (View.Certainty is Certainty.Tentative)
            return Array.Exists(row, c => c.Tentative > 0);
        if (Array.Exists(row, c => c.Booked > 0))
            return true;
        return View.Team is null
            && View.Role is null
            && View.Certainty is null
            && project is { IsOpen: true };
    }

    private List<BoardGroup> Grouped(
        List<BoardRow> rows,
        Dictionary<ProjectId, NamedProject> projects
    )
    {
        var byName = StringComparer.InvariantCultureIgnoreCase;
        var sorted = rows.OrderBy(r => r.Id == Guid.Empty)
            .ThenByDescending(r => View.Sort is BoardSort.Load ? r.Cells.Sum(c => c.Booked) : 0)
            .ThenBy(r => r.Name, byName)
            .ToList();
        if (View.Group is BoardGrouping.None)
            return sorted.Count == 0 ? [] : [new BoardGroup(null, "", false, sorted)];
        return
        [
            .. sorted
                .GroupBy(r => projects.GetValueOrDefault(new ProjectId(r.Id))?.Client)
                .OrderBy(g => g.Key is null)
                .ThenBy(g => g.First().Detail, byName)
                .Select(g => new BoardGroup(g.Key?.Value, g.First().Detail ?? "", false, [.. g])),
        ];
    }

    private sealed record NamedProject(
        ProjectId Id,
        string Name,
        int Colour,
        ClientId? Client,
        string? ClientName,
        bool IsOpen
    );
}
