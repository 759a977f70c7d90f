using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Load;
using Plimsoll.Domain.People;
using Plimsoll.Web.Load.Store;
using Plimsoll.Web.People.Queries;
using Plimsoll.Web.People.Store;

namespace Plimsoll.Web.Load.Queries;

/// <summary>The board with a row for each person.</summary>
internal sealed class PeopleRows(BoardReading reading)
{
    private readonly BoardReading _reading = reading;

    private BoardView View => _reading.View;

    public async Task<(IReadOnlyList<BoardGroup>, BoardFigures)> Ask()
    {
        var (kept, cells) = await Kept();
        Sort(kept, cells);
        var figures = await BoardSums.Of(_reading, kept, cells);
        var lines = await OpenedPeople.Lines(
            _reading,
            [.. kept.Select(p => p.Id).Where(id => View.Open.Contains(id.Value))],
            cells
        );
        var answersFor = await AnswersFor();
        var groups = new List<BoardGroup>();
        foreach (var group in await Grouped(kept))
            groups.Add(
                new BoardGroup(
                    group.Id,
                    group.Name,
                    group.IsUnstaffed,
                    [
                        .. group.People.Select(p => new BoardRow(
                            p.Id.Value,
                            p.Name,
                            p.RoleName,
                            UsualWeek(cells[p.Id]),
                            answersFor.TryGetValue(p.Id, out var projects) ? projects : null,
                            p.Colour,
                            _reading.Scope.MayEditSome(p.Id),
                            p.IsPlaceholder,
                            cells[p.Id],
                            lines.GetValueOrDefault(p.Id)
                        )),
                    ]
                )
            );
        return (groups, figures);
    }

    /// <summary>Those whose rows the filters leave, and the cells of everyone read.</summary>
    public async Task<(List<RowPerson> People, Dictionary<PersonId, BoardCell[]> Cells)> Kept()
    {
        var people = await Read();
        var cells = await Cells(people);
        return (people.FindAll(p => IsShown(cells[p.Id])), cells);
    }

    private async Task<List<RowPerson>> Read() =>
        await _reading
            .People()
            .AsNoTracking()
            .Select(p => new RowPerson(
                p.Id,
                p.Name,
                p.Kind == PersonKind.Placeholder,
                p.Colour,
                p.Role,
                _reading.Db.Roles().Where(r => r.Id == p.Role).Select(r => r.Name).FirstOrDefault()
            ))
            .ToListAsync(_reading.Ct);

    private async Task<Dictionary<PersonId, BoardCell[]>> Cells(List<RowPerson> people)
    {
        var cells = people.ToDictionary(p => p.Id, _ => new BoardCell[View.Weeks]);
        var times = await NominalWeeks.Of(
            _reading.Db,
            _reading.People(),
            View.From,
            View.Weeks,
            _reading.Ct
        );
        foreach (var (person, weeks) in times)
            if (cells.TryGetValue(person, out var row))
                for (var w = 0; w < weeks.Length; w++)
                    (row[w].Nominal, row[w].Away) = (weeks[w].Nominal.Value, weeks[w].Away.Value);
        await foreach (
            var sum in WeekSums
                .Of(InRows(_reading.Planned))
                .AsAsyncEnumerable()
                .WithCancellation(_reading.Ct)
        )
            if (cells.TryGetValue(sum.Person, out var row))
            {
                ref var cell = ref row[_reading.At(sum.Week)];
                cell.Confirmed += sum.Confirmed;
                cell.Internal += sum.Internal;
                cell.Tentative += sum.Tentative;
            }
        await Mark(cells);
        return cells;
    }

    private async Task Mark(Dictionary<PersonId, BoardCell[]> cells)
    {
        var explained = await InRows(_reading.Planned)
            .Where(t => t.OverReason != null)
            .Select(t => new { t.Person, t.Week })
            .ToListAsync(_reading.Ct);
        foreach (var why in explained)
            if (cells.TryGetValue(why.Person, out var row))
            {
                ref var cell = ref row[_reading.At(why.Week)];
                cell.HasReason = cell.IsOver;
            }
        foreach (var said in await BoardComments.Of(_reading))
            if (cells.TryGetValue(said.Person, out var row))
                row[_reading.At(said.Week.Monday)].HasComment = true;
    }

    /// <summary>Whose rows are shown is part of the query; when everyone's are, nothing needs to be asked.</summary>
    private IQueryable<PlannedTime> InRows(IQueryable<PlannedTime> planned) =>
        _reading.Scope.SeesEveryone && !View.IsFiltered
            ? planned
            : planned.Join(_reading.People(), t => t.Person, p => p.Id, (t, p) => t);

    /// <summary>Someone who neither works nor is booked in these weeks has joined later or left before.</summary>
    private bool IsShown(BoardCell[] row)
    {
        bool there = false,
            over = false,
            free = false,
            full = false;
        foreach (ref readonly var cell in row.AsSpan())
        {
            there |= cell.Nominal > 0 || cell.Booked > 0;
            over |= cell.IsOver;
            full |= cell.Nominal > 0 && cell.Free == 0;
            free |= cell.Free >= View.FreeHours * 60;
        }
        return there
            && View.State switch
            {
                BoardState.Over => over,
                BoardState.Under => !over && !full,
                BoardState.Free => free,
                _ => true,
            };
    }

    private void Sort(List<RowPerson> people, Dictionary<PersonId, BoardCell[]> cells)
    {
        var byName = StringComparer.InvariantCultureIgnoreCase;
        people.Sort(
            (a, b) =>
            {
                var order = View.Sort switch
                {
                    BoardSort.Load => Fullness(cells[b.Id]).CompareTo(Fullness(cells[a.Id])),
                    BoardSort.Free => cells[b.Id]
                        .Sum(c => c.Free)
                        .CompareTo(cells[a.Id].Sum(c => c.Free)),
                    _ => 0,
                };
                order = order != 0 ? order : byName.Compare(a.Name, b.Name);
                return order != 0 ? order : a.Id.Value.CompareTo(b.Id.Value);
            }
        );
    }

    private static double Fullness(BoardCell[] row)
    {
        long nominal = 0,
            taken = 0;
        foreach (ref readonly var cell in row.AsSpan())
            (nominal, taken) = (nominal + cell.Nominal, taken + cell.Taken);
        return nominal == 0 ? (taken == 0 ? 0 : double.MaxValue) : (double)taken / nominal;
    }

    private static int UsualWeek(BoardCell[] row)
    {
        foreach (ref readonly var cell in row.AsSpan())
            if (cell.Nominal > 0)
                return cell.Nominal;
        return 0;
    }

    /// <summary>How many projects under way each person answers for, of those the reader may see.</summary>
    private async Task<Dictionary<PersonId, int>> AnswersFor()
    {
        var counts = await _reading
            .Db.ProjectsNamedTo(_reading.Actor)
            .Where(p =>
                p.Manager != null
                && p.Archived == null
                && p.Stage != Domain.Clients.Stage.Closed
                && p.Kind != Domain.Clients.ProjectKind.Internal
            )
            .GroupBy(p => p.Manager)
            .Select(g => new { Manager = g.Key!.Value, Projects = g.Count() })
            .ToListAsync(_reading.Ct);
        return counts.ToDictionary(c => c.Manager, c => c.Projects);
    }

    private async Task<IEnumerable<PeopleGroup>> Grouped(List<RowPerson> kept)
    {
        var staff = kept.FindAll(p => !p.IsPlaceholder);
        var groups = View.Group switch
        {
            BoardGrouping.Team => await ByTeam(staff),
            BoardGrouping.Role => ByRole(staff),
            _ => [new PeopleGroup(null, "", false, staff)],
        };
        groups.Add(new PeopleGroup(null, "", true, kept.FindAll(p => p.IsPlaceholder)));
        return groups.Where(g => g.People.Count > 0);
    }

    /// <summary>Someone in several teams stands in the first by name, or in the one that was asked for: nobody is shown twice.</summary>
    private async Task<List<PeopleGroup>> ByTeam(List<RowPerson> staff)
    {
        var members = await _reading
            .Db.TeamsVisibleTo(_reading.Actor)
            .AsNoTracking()
            .Where(t => t.Archived == null && (View.Team == null || t.Id == View.Team))
            .SelectMany(
                t => t.Members,
                (t, m) =>
                    new
                    {
                        t.Id,
                        t.Name,
                        m.PersonId,
                    }
            )
            .ToListAsync(_reading.Ct);
        var teamOf = members
            .OrderByDescending(m => m.Name, StringComparer.InvariantCultureIgnoreCase)
            .GroupBy(m => m.PersonId)
            .ToDictionary(g => g.Key, g => (Id: g.Last().Id.Value, g.Last().Name));
        return Named(
            staff,
            p => teamOf.TryGetValue(p.Id, out var team) ? team : ((Guid, string)?)null
        );
    }

    private static List<PeopleGroup> ByRole(List<RowPerson> staff) =>
        Named(staff, p => p.Role is { } role ? (role.Value, p.RoleName ?? "") : null);

    private static List<PeopleGroup> Named(
        List<RowPerson> staff,
        Func<RowPerson, (Guid Id, string Name)?> group
    ) =>
        [
            .. staff
                .GroupBy(group)
                .OrderBy(g => g.Key is null)
                .ThenBy(g => g.Key?.Name, StringComparer.InvariantCultureIgnoreCase)
                .Select(g => new PeopleGroup(g.Key?.Id, g.Key?.Name ?? "", false, [.. g])),
        ];

    private sealed record PeopleGroup(
        Guid? Id,
        string Name,
        bool IsUnstaffed,
        List<RowPerson> People
    );
}

/// <summary>Someone with a row on the board.</summary>
internal sealed record RowPerson(
    PersonId Id,
    string Name,
    bool IsPlaceholder,
    int Colour,
    RoleId? Role,
    string? RoleName
);
