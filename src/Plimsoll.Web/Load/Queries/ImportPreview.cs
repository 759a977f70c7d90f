using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Load;
using Plimsoll.Domain.People;
using Plimsoll.Web.Clients.Queries;
using Plimsoll.Web.Load.Import;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Load.Queries;

/// <summary>The board as it would be after an import: the rows of its people, opened, with what is new in them.</summary>
/// <param name="New">The cells that change, and what they hold now; by person, project and place of the week.</param>
public sealed record ImportPreview(
    Board Board,
    IReadOnlyDictionary<(Guid Person, Guid Project, int Week), PlanCell> New,
    IReadOnlyCollection<Guid> NewRows,
    int Page,
    int Pages
)
{
    public const int PeopleOnAPage = 40;
    private const int WeeksAtMost = 104;

    internal static async Task<ImportPreview> Of(
        PlimsollDb db,
        ImportWork work,
        Actor actor,
        int page,
        BoardView asked,
        Week today,
        CancellationToken ct
    )
    {
        var everyone = work.Cast.Everyone.ToList();
        var pages = Math.Max(1, (everyone.Count + PeopleOnAPage - 1) / PeopleOnAPage);
        page = Math.Clamp(page, 1, pages);
        var from = work.Plan.Weeks.Count > 0 ? work.Plan.Weeks[0] : today;
        var to = work.Plan.Weeks.Count > 0 ? work.Plan.Weeks[^1] : today;
        var weeks = Math.Min(from.WeeksUntil(to) + 1, WeeksAtMost);
        var view = asked with { From = from, Weeks = weeks, Group = BoardGrouping.None };
        var calendars = await work.Cast.Calendars(db, from, to, ct);
        var drawing = new PreviewDrawing(work, calendars, from, weeks);
        await drawing.NameOthers(db, actor, ct);
        var rows = everyone
            .Skip((page - 1) * PeopleOnAPage)
            .Take(PeopleOnAPage)
            .Select(drawing.Row)
            .ToList();
        var board = new Board(
            view,
            today,
            [.. Week.Range(from, weeks)],
            [new BoardGroup(null, "", false, rows)],
            new BoardFigures(from, 0, 0, 0, 0, 0, null, 0, 0, [], 0, null, 0, 0, null, null),
            0
        );
        return new ImportPreview(
            board,
            drawing.New,
            [
                .. everyone.Where(p => p.IsNew).Select(p => p.Id.Value),
                .. work.Cast.Projects.Where(p => p.IsNew).Select(p => p.Id.Value),
            ],
            page,
            pages
        );
    }
}

/// <summary>Puts an import's changes over what the plan holds now, and draws it as rows of the board.</summary>
internal sealed class PreviewDrawing
{
    private readonly ImportWork _work;
    private readonly IReadOnlyDictionary<PersonId, PersonCalendar> _calendars;
    private readonly Week _from;
    private readonly int _weeks;
    private readonly ILookup<PersonId, KeyValuePair<CellKey, PlanCell>> _cells;
    private readonly ILookup<PersonId, AwayDays> _away;
    private readonly Dictionary<CellKey, DateOnly?> _holds = [];
    private readonly Dictionary<ProjectId, ImportCast.Work> _projects;

    public PreviewDrawing(
        ImportWork work,
        IReadOnlyDictionary<PersonId, PersonCalendar> calendars,
        Week from,
        int weeks
    )
    {
        (_work, _calendars, _from, _weeks) = (work, calendars, from, weeks);
        _projects = work.Cast.Projects.ToDictionary(p => p.Id);
        var cells = work.Now.ToDictionary(n => n.Key, n => n.Value.Cell);
        foreach (var (key, now) in work.Now)
            _holds[key] = now.HoldUntil;
        foreach (var change in work.Changes)
        {
            cells[change.Key] = change.Set;
            _holds[change.Key] = change.HoldUntil ?? _holds.GetValueOrDefault(change.Key);
            New[
                (
                    change.Key.Person.Value,
                    change.Key.Project.Value,
                    from.WeeksUntil(change.Key.Week)
                )
            ] = change.Was;
        }
        _cells = cells.ToLookup(c => c.Key.Person);
        _away = work.Away.ToLookup(a => a.Person, a => a.Days);
    }

    public Dictionary<(Guid Person, Guid Project, int Week), PlanCell> New { get; } = [];

    /// <summary>Projects that the sheet does not speak of stay on the board by their names, as far as she may see them.</summary>
    public async Task NameOthers(PlimsollDb db, Actor actor, CancellationToken ct)
    {
        var others = _work
            .Now.Keys.Select(k => k.Project)
            .Where(p => !_projects.ContainsKey(p))
            .Distinct()
            .ToArray();
        var named = await db.ProjectsNamedTo(actor)
            .Where(p => others.Contains(p.Id))
            .Select(p => new ImportCast.Work(
                p.Id,
                p.Name,
                p.Colour,
                p.Kind == Domain.Clients.ProjectKind.Internal,
                false
            ))
            .ToListAsync(ct);
        foreach (var one in named)
            _projects[one.Id] = one;
    }

    public BoardRow Row(ImportCast.Someone person)
    {
        var lines = new Dictionary<ProjectId, LineCell[]>();
        foreach (var (key, cell) in _cells[person.Id])
        {
            var week = _from.WeeksUntil(key.Week);
            if (week < 0 || week >= _weeks)
                continue;
            var project = _projects.ContainsKey(key.Project) ? key.Project : default;
            if (!lines.TryGetValue(project, out var row))
                lines[project] = row = new LineCell[_weeks];
            row[week].Confirmed += cell.Confirmed.Value;
            row[week].Tentative += cell.Tentative.Value;
            if (project != default)
                row[week].HoldUntil = _holds.GetValueOrDefault(key);
        }
        var ordered = lines
            .OrderBy(l => l.Key == default)
            .ThenBy(l => IsInternal(l.Key))
            .ThenBy(l => NameOf(l.Key), StringComparer.InvariantCultureIgnoreCase)
            .ToList();
        var cells = new BoardCell[_weeks];
        for (var w = 0; w < _weeks; w++)
            cells[w] = Week(person, w, ordered);
        return new BoardRow(
            person.Id.Value,
            person.Name,
            person.Role,
            cells.FirstOrDefault(c => c.Nominal > 0).Nominal,
            null,
            person.Colour,
            false,
            person.IsPlaceholder,
            cells,
            [
                .. ordered.Select(l => new BoardLine(
                    l.Key.Value,
                    NameOf(l.Key),
                    null,
                    _projects.GetValueOrDefault(l.Key)?.Colour ?? 0,
                    IsInternal(l.Key),
                    false,
                    l.Value
                )),
            ]
        );
    }

    private BoardCell Week(
        ImportCast.Someone person,
        int week,
        List<KeyValuePair<ProjectId, LineCell[]>> lines
    )
    {
        var at = _from.Plus(week);
        var calendar = _calendars[person.Id];
        var time = calendar.On(at);
        var parts = lines.ConvertAll(l => new WeekPart(
            l.Key,
            IsInternal(l.Key),
            new(l.Value[week].Confirmed),
            new(l.Value[week].Tentative)
        ));
        var away = time.Away + NewAway(calendar, person.Id, at);
        var load = WeekPart.Sum(time.Nominal, away, parts.ToArray());
        var percents = WeekPart.Percents(load, parts.ToArray());
        for (var i = 0; i < lines.Count; i++)
            (lines[i].Value[week].ConfirmedPercent, lines[i].Value[week].TentativePercent) =
                percents[i];
        return new BoardCell(
            load.Nominal.Value,
            load.Away.Value,
            load.Confirmed.Value,
            load.Tentative.Value,
            load.Internal.Value,
            false,
            false
        );
    }

    private Minutes NewAway(PersonCalendar calendar, PersonId person, Week week)
    {
        var minutes = 0;
        foreach (var away in _away[person])
        foreach (var day in week.Days())
            if (day >= away.From && day <= away.To)
            {
                var time = calendar.On(day);
                minutes += away.HalfDay
                    ? Math.Min(time.Available, (time.Nominal - time.Holiday) / 2)
                    : time.Available;
            }
        return new Minutes(minutes);
    }

    private bool IsInternal(ProjectId project) =>
        _projects.GetValueOrDefault(project)?.IsInternal ?? false;

    private string NameOf(ProjectId project) => _projects.GetValueOrDefault(project)?.Name ?? "";
}
