using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Load;
using Plimsoll.Web.Load.Api;
using Plimsoll.Web.Load.Queries;
using Plimsoll.Web.Load.Store;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Http;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.SignIn.Store;

namespace Plimsoll.Web.Load.Live;

/// <summary>
/// New facts, told to each watcher as far as she may see them: the cells that changed, and the weeks they changed as
/// they are now. What is not a change of time makes rows to be read again.
/// </summary>
internal sealed class News
{
    /// <summary>More at once than this is not worth telling one by one: the rows are read again.</summary>
    public const int CellsAtMost = 1000;

    private readonly PlimsollDb _db;
    private readonly IReadOnlyList<FactRow> _facts;
    private readonly List<Change> _changes;
    private readonly List<Guid> _rows = [];
    private readonly bool _everyone;
    private readonly bool _scopes;
    private readonly bool _tooMany;

    public News(PlimsollDb db, IReadOnlyList<FactRow> facts)
    {
        _db = db;
        _facts = facts;
        _changes =
        [
            .. from fact in facts
            where PlanFact.Kinds.Contains(fact.Kind)
            let told = PlanFact.Read(fact)
            where told is not null
            select new Change(fact, told),
        ];
        _tooMany = facts.Count > CellsAtMost;
        _everyone = _tooMany;
        foreach (var fact in facts.Where(f => !PlanFact.Kinds.Contains(f.Kind)))
        {
            var of = fact.Kind.Split('.')[0];
            _scopes |= of is "people" or "clients";
            if (of is not ("people" or "clients" or "load"))
                continue;
            if (Person(fact) is { } person)
                _rows.Add(person);
            else
                _everyone = true;
        }
    }

    private long Last => _facts[^1].Id;

    public async Task Tell(IReadOnlyList<BoardWatcher> watchers, CancellationToken ct)
    {
        var left = _facts.Where(f => LeavingFacts.Are(f.Kind)).Select(f => f.Subject).ToHashSet();
        foreach (var watcher in watchers.Where(w => left.Contains(w.Actor.Person.Value)))
            watcher.Leave();
        await Refresh(watchers, ct);
        var weeks = _tooMany ? [] : await Weeks(watchers, ct);
        var names = await Names(ct);
        foreach (var watcher in watchers)
        {
            if (!_tooMany)
                TellChanges(watcher, weeks, names);
            await TellRows(watcher, ct);
        }
    }

    private void TellChanges(
        BoardWatcher watcher,
        Dictionary<WeekOfPerson, PersonWeek> weeks,
        Dictionary<PersonId, string> names
    )
    {
        foreach (var batch in _changes.GroupBy(c => (c.Fact.Batch, c.Fact.By)))
        {
            var seen = batch
                .Where(c => watcher.Looks(c.Key.Week) && watcher.Scope.Sees(c.Key.Person))
                .ToList();
            if (seen.Count == 0)
                continue;
            var plan = new
            {
                by = batch.Key.By is { } by
                    ? new
                    {
                        id = by.Value,
                        name = watcher.Scope.Sees(by) || by == watcher.Actor.Person
                            ? names.GetValueOrDefault(by, "")
                            : "",
                    }
                    : null,
                batch = batch.Key.Batch,
                cells = seen
                // The last word on a cell is the one that stands.
                .GroupBy(c => c.Key)
                    .Select(g => g.Last())
                    .Where(c => watcher.Scope.Names(c.Key.Project))
                    .Select(c => Cell(c, weeks))
                    .ToList(),
                weeks = seen.Select(c => new WeekOfPerson(c.Key.Person, c.Key.Week))
                    .Distinct()
                    .Where(weeks.ContainsKey)
                    .Select(w => PersonWeekWire.Of(weeks[w].SeenBy(watcher.Scope)))
                    .ToList(),
            };
            watcher.Tell(new LiveEvent("plan", LiveJson.Write(plan), Last));
        }
    }

    private static object Cell(Change change, Dictionary<WeekOfPerson, PersonWeek> weeks)
    {
        var (person, project, week) = change.Key;
        var part = weeks
            .GetValueOrDefault(new WeekOfPerson(person, week))
            ?.Parts.FirstOrDefault(p => p.Project == project);
        return new
        {
            person = person.Value,
            project = project.Value,
            week = week.ToString(),
            was = CellWire.Of(change.Told.Was),
            now = CellWire.Of(part?.Cell ?? PlanCell.Empty),
            holdUntil = part?.HoldUntil,
            reason = part?.Reason,
        };
    }

    private async Task TellRows(BoardWatcher watcher, CancellationToken ct)
    {
        if (!_everyone && _rows.Count == 0)
            return;
        List<Guid> ids;
        if (_everyone)
            ids =
            [
                .. (
                    await _db.PlanVisibleTo(watcher.Actor)
                        .Where(p => p.Archived == null)
                        .Select(p => p.Id)
                        .ToListAsync(ct)
                ).Select(p => p.Value),
            ];
        else
            ids = [.. _rows.Distinct().Where(id => watcher.Scope.Sees(new PersonId(id)))];
        if (ids.Count > 0)
            watcher.Tell(new LiveEvent("people", LiveJson.Write(new { ids }), Last));
    }

    /// <summary>
    /// What a watcher may see is read again when people, teams or projects change, and when a booking may have made
    /// something hers to see. Who is no longer what she was starts anew, and is asked who she is.
    /// </summary>
    private async Task Refresh(IReadOnlyList<BoardWatcher> watchers, CancellationToken ct)
    {
        var positions = _scopes ? await Positions(watchers, ct) : null;
        foreach (var watcher in watchers)
        {
            if (
                positions is not null
                && (
                    !positions.TryGetValue(watcher.Actor.Person, out var position)
                    || position != watcher.Actor.Position
                )
            )
                watcher.Leave();
            else if (_scopes || _changes.Exists(c => MayOpen(watcher.Scope, c.Key)))
                watcher.Scope = await PlanScope.Of(_db, watcher.Actor, ct);
        }
    }

    private static bool MayOpen(PlanScope scope, CellKey key) =>
        scope.Sees(key.Person) ? !scope.Names(key.Project) : scope.Owns(key.Project);

    private async Task<Dictionary<PersonId, Position>> Positions(
        IReadOnlyList<BoardWatcher> watchers,
        CancellationToken ct
    )
    {
        var ids = watchers.Select(w => w.Actor.Person).Distinct().ToArray();
        return await _db.People()
            .Where(p => ids.Contains(p.Id) && p.Archived == null)
            .ToDictionaryAsync(p => p.Id, p => p.Position, ct);
    }

    private async Task<Dictionary<WeekOfPerson, PersonWeek>> Weeks(
        IReadOnlyList<BoardWatcher> watchers,
        CancellationToken ct
    )
    {
        var touched = _changes
            .Where(c => watchers.Any(w => w.Looks(c.Key.Week)))
            .Select(c => new WeekOfPerson(c.Key.Person, c.Key.Week))
            .ToHashSet();
        var weeks = await PersonWeeks.Of(_db, touched, ct);
        return weeks.ToDictionary(w => new WeekOfPerson(w.Person, w.Week));
    }

    private async Task<Dictionary<PersonId, string>> Names(CancellationToken ct)
    {
        var ids = _changes.Select(c => c.Fact.By).OfType<PersonId>().Distinct().ToArray();
        if (ids.Length == 0)
            return [];
        return await _db.People()
            .Where(p => ids.Contains(p.Id))
            .ToDictionaryAsync(p => p.Id, p => p.Name, ct);
    }

    /// <summary>The person whose row such a fact changes, when it is one person's.</summary>
    private static Guid? Person(FactRow fact)
    {
        if (fact.About is not null)
        {
            using var about = JsonDocument.Parse(fact.About);
            if (
                about.RootElement.ValueKind == JsonValueKind.Object
                && about.RootElement.TryGetProperty("person", out var person)
                && person.TryGetGuid(out var id)
            )
                return id;
        }
        return
            fact.Kind.StartsWith("people.person-", StringComparison.Ordinal)
            || fact.Kind.StartsWith("people.pattern-", StringComparison.Ordinal)
            ? fact.Subject
            : null;
    }

    private sealed record Change(FactRow Fact, PlanFact.Told Told)
    {
        public CellKey Key => Told.Key;
    }
}
