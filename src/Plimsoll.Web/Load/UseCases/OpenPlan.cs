using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Clients;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Load;
using Plimsoll.Domain.People;
using Plimsoll.Web.Clients.Store;
using Plimsoll.Web.Load.Queries;
using Plimsoll.Web.Load.Store;
using Plimsoll.Web.People.Queries;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Load.UseCases;

/// <summary>The part of the plan that a change touches, read inside its transaction: the laws are asked here, in order.</summary>
internal sealed class OpenPlan
{
    // The third working day before a week is looked for in these days.
    private const int DaysBefore = 61;

    private readonly PlimsollDb _db;
    private readonly Actor _actor;
    private readonly DateOnly _today;
    private readonly PlanScope _scope;
    private readonly Dictionary<PersonId, Someone> _people;
    private readonly Dictionary<ProjectId, Work> _projects;
    private readonly IReadOnlyDictionary<PersonId, PersonCalendar> _calendars;
    private readonly Dictionary<CellKey, Cell> _cells = [];
    private readonly Dictionary<WeekOfPerson, WeekLoad> _before = [];
    private readonly Dictionary<WeekOfPerson, List<Cell>> _weeks = [];
    private readonly List<(Cell Cell, PlanCell Was)> _changed = [];

    private OpenPlan(
        PlimsollDb db,
        Actor actor,
        DateOnly today,
        PlanScope scope,
        Dictionary<PersonId, Someone> people,
        Dictionary<ProjectId, Work> projects,
        IReadOnlyDictionary<PersonId, PersonCalendar> calendars
    ) =>
        (_db, _actor, _today, _scope, _people, _projects, _calendars) = (
            db,
            actor,
            today,
            scope,
            people,
            projects,
            calendars
        );

    public static async Task<OpenPlan> Of(
        PlimsollDb db,
        Actor actor,
        IReadOnlyList<ChangePlan.Change> changes,
        DateOnly today,
        CancellationToken ct
    )
    {
        var people = changes.Select(c => c.Key.Person).Distinct().ToArray();
        var weeks = changes.Select(c => c.Key.Week).Distinct().Order().ToArray();
        var persons = db.People().Where(p => people.Contains(p.Id));
        var bookings = await db.Bookings()
            .Where(b => people.Contains(b.Person) && weeks.Contains(b.Week))
            .ToListAsync(ct);
        var projects = changes
            .Select(c => c.Key.Project)
            .Concat(bookings.Select(b => b.Project))
            .Distinct()
            .ToArray();
        var plan = new OpenPlan(
            db,
            actor,
            today,
            await PlanScope.Of(db, actor, ct),
            await persons
                .Select(p => new Someone(
                    p.Id,
                    p.Kind == PersonKind.Placeholder,
                    p.LastDay,
                    p.Archived != null
                ))
                .ToDictionaryAsync(p => p.Id, ct),
            await db.Projects()
                .Where(p => projects.Contains(p.Id))
                .Select(p => new Work(
                    p.Id,
                    p.Kind == ProjectKind.Internal,
                    p.Stage != Stage.Closed && p.Archived == null
                ))
                .ToDictionaryAsync(p => p.Id, ct),
            await PersonCalendars.Of(
                db,
                persons,
                weeks[0].Monday.AddDays(-DaysBefore),
                weeks[^1].Sunday,
                ct
            )
        );
        foreach (var booking in bookings)
            plan.At(new CellKey(booking.Person, booking.Project, booking.Week)).Take(booking);
        return plan;
    }

    public Refusal? Apply(ChangePlan.Command command, string? reason)
    {
        if (WhyNotHers(command.Changes) is { } notHers)
            return notHers;
        if (WhatChangedMeanwhile(command.Changes) is { } meanwhile)
            return meanwhile;
        foreach (var change in command.Changes)
            if (Apply(change, command.Unit) is { } no)
                return new CellsRefused(no, [change.Key]);
        return ExplainOverTheLine(reason);
    }

    /// <param name="whole">The number of a larger work that this is a part of.</param>
    public async Task<ChangePlan.Changed> Keep(
        bool moves,
        DateTime now,
        CancellationToken ct,
        Guid? whole = null
    )
    {
        var batch = whole ?? Guid.CreateVersion7();
        foreach (var (cell, was) in _changed)
            _db.RecordPlan(
                moves ? PlanFact.Moved : PlanFact.Kind(was, cell.Now),
                _actor,
                now,
                new(cell.Key, was, cell.Now),
                batch
            );
        if (whole is not null)
            await SaveMany(ct);
        _ = await _db.SaveChangesAsync(ct);
        var last = _db.ChangeTracker.Entries<FactRow>().Select(f => f.Entity.Id);
        return new ChangePlan.Changed(
            batch,
            [
                .. _changed.Select(c => new CellChange(
                    c.Cell.Key,
                    c.Was,
                    c.Cell.Now,
                    c.Cell.HoldUntil,
                    c.Cell.Reason
                )),
            ],
            last.DefaultIfEmpty().Max()
        );
    }

    /// <summary>A hold that takes the place of a lapsed one waits for that one to go.</summary>
    private async Task SaveMany(CancellationToken ct)
    {
        if (_db.ChangeTracker.Entries<Booking>().All(b => b.State != EntityState.Deleted))
            await _db.SaveMany<Booking>(ct);
        await _db.SaveMany<FactRow>(ct);
    }

    /// <summary>What she may not see is not there for her; what she sees may still not be hers to change (PRODUCT 8).</summary>
    private CellsRefused? WhyNotHers(IReadOnlyList<ChangePlan.Change> changes)
    {
        var unseen = Keys(
            changes,
            k =>
                !_people.ContainsKey(k.Person)
                || !_projects.ContainsKey(k.Project)
                || !_scope.Sees(k.Person)
                || !_scope.Names(k.Project)
        );
        if (unseen.Count > 0)
            return new CellsRefused(new NotThere(), unseen);
        var foreign = Keys(changes, k => !_scope.MayEdit(k.Person, k.Project));
        return foreign.Count > 0 ? new CellsRefused(new NotAllowed(), foreign) : null;
    }

    private CellChangedMeanwhile? WhatChangedMeanwhile(IReadOnlyList<ChangePlan.Change> changes)
    {
        var collided = changes
            .Where(c => c.Was is { } was && At(c.Key).Now != was)
            .Select(c => new CellNow(c.Key, At(c.Key).Now, At(c.Key).HoldUntil))
            .ToList();
        return collided.Count > 0 ? new CellChangedMeanwhile(collided) : null;
    }

    private Refusal? Apply(ChangePlan.Change change, PlanUnit unit)
    {
        var cell = At(change.Key);
        var was = cell.Now;
        var wanted = change.Set;
        if (change.Text is { } text)
        {
            var nominal = _calendars[change.Key.Person].On(change.Key.Week).Nominal;
            if (CellText.Read(text, unit, nominal, was).Refused(out var no, out wanted))
                return no;
        }
        if (wanted == was && (change.HoldUntil is null || change.HoldUntil == cell.HoldUntil))
            return null;
        if (wanted.Planned > was.Planned && WhyNoMore(change.Key) is { } full)
            return full;
        var week = new WeekOfPerson(change.Key.Person, change.Key.Week);
        if (!_before.ContainsKey(week))
            _before[week] = Load(week);
        if (Set(cell, wanted, change) is { } refused)
            return refused;
        _changed.Add((cell, was));
        return null;
    }

    /// <summary>Nothing new for who has left and on what is closed; clearing away is always possible.</summary>
    private Refusal? WhyNoMore(CellKey key)
    {
        if (!_projects[key.Project].TakesBookings)
            return new ProjectIsClosed(key.Project);
        var person = _people[key.Person];
        return person.IsArchived || person.LastDay < key.Week.Monday
            ? new PersonHasLeft(key.Person, key.Week)
            : null;
    }

    private Refusal? Set(Cell cell, PlanCell wanted, ChangePlan.Change change)
    {
        if (wanted.Confirms(cell.Now))
            return Confirm(cell);
        var owner = change.Owner ?? _actor.Person;
        return SetConfirmed(cell, wanted.Confirmed, owner)
            ?? SetTentative(cell, wanted.Tentative, change.HoldUntil, owner);
    }

    private Refusal? Confirm(Cell cell)
    {
        var hold = cell.Held!;
        if (cell.Settled is not { } settled)
        {
            if (hold.Confirm(_today) is { } no)
                return no;
            (cell.Settled, cell.Held) = (hold, null);
            return null;
        }
        if (settled.TakeIn(hold, _today) is { } refused)
            return refused;
        _ = _db.Remove(hold);
        cell.Held = null;
        return null;
    }

    private Refusal? SetConfirmed(Cell cell, Minutes wanted, PersonId owner)
    {
        if (cell.Settled is { } settled)
        {
            if (wanted != Minutes.Zero)
                return settled.ChangeTo(wanted);
            _ = _db.Remove(settled);
            cell.Settled = null;
        }
        else if (wanted != Minutes.Zero)
        {
            var (person, project, week) = cell.Key;
            if (
                Booking
                    .Confirm(person, project, week, wanted, owner)
                    .Refused(out var no, out var booking)
            )
                return no;
            _ = _db.Add(booking);
            cell.Settled = booking;
        }
        return null;
    }

    private Refusal? SetTentative(Cell cell, Minutes wanted, DateOnly? until, PersonId owner)
    {
        if (wanted == cell.Now.Tentative && until is null)
            return null;
        if (until < _today && wanted != Minutes.Zero && until != cell.HoldUntil)
            return new HoldDateHasPassed(until.Value);
        var held = cell.Held;
        // A hold whose day has passed is as good as gone: what is typed over it is a new one.
        if (held is not null && (wanted == Minutes.Zero || held.HasLapsed(_today)))
        {
            _ = _db.Remove(held);
            cell.Held = held = null;
        }
        if (wanted == Minutes.Zero)
            return null;
        if (held is not null)
            return held.ChangeTo(wanted)
                ?? (until is { } later ? held.Extend(later, _today) : null);
        var (person, project, week) = cell.Key;
        var day = until ?? Hold.DefaultUntil(week, _today, d => _calendars[person].On(d).IsWorking);
        if (
            Booking
                .Hold(person, project, week, wanted, day, owner)
                .Refused(out var no, out var hold)
        )
            return no;
        _ = _db.Add(hold);
        cell.Held = hold;
        return null;
    }

    /// <summary>Demand on a placeholder takes nobody over the line; for everyone else somebody says why.</summary>
    private Refusal? ExplainOverTheLine(string? reason)
    {
        var over = _before
            .Where(b => !_people[b.Key.Person].IsPlaceholder)
            .Where(b => Load(b.Key).AsksForReasonAfter(b.Value))
            .Select(b => b.Key)
            .ToList();
        if (over.Count > 0 && reason is null)
            return new OverTheLineNeedsReason(over);
        var weeks = over.ToHashSet();
        foreach (var (cell, was) in _changed)
            if (
                cell.Settled is { } settled
                && cell.Now.Confirmed > was.Confirmed
                && weeks.Contains(new WeekOfPerson(cell.Key.Person, cell.Key.Week))
                && settled.Explain(reason) is { } no
            )
                return no;
        return null;
    }

    private WeekLoad Load(WeekOfPerson week)
    {
        var time = _calendars[week.Person].On(week.Week);
        var parts = _weeks[week]
            .ConvertAll(c => new WeekPart(
                c.Key.Project,
                _projects[c.Key.Project].IsInternal,
                c.Now.Confirmed,
                c.Now.Tentative
            ));
        return WeekPart.Sum(time.Nominal, time.Away, parts.ToArray());
    }

    private Cell At(CellKey key)
    {
        if (_cells.TryGetValue(key, out var cell))
            return cell;
        _cells[key] = cell = new Cell(key);
        var week = new WeekOfPerson(key.Person, key.Week);
        if (!_weeks.TryGetValue(week, out var cells))
            _weeks[week] = cells = [];
        cells.Add(cell);
        return cell;
    }

    private static List<CellKey> Keys(
        IReadOnlyList<ChangePlan.Change> changes,
        Func<CellKey, bool> which
    ) => [.. changes.Select(c => c.Key).Where(which)];

    private sealed class Cell(CellKey key)
    {
        public CellKey Key { get; } = key;
        public Booking? Settled { get; set; }
        public Booking? Held { get; set; }

        public PlanCell Now => new(Settled?.Planned ?? default, Held?.Planned ?? default);
        public DateOnly? HoldUntil => Held?.HoldUntil;
        public string? Reason => Settled?.OverReason ?? Held?.OverReason;

        public void Take(Booking booking)
        {
            if (booking.IsTentative)
                Held = booking;
            else
                Settled = booking;
        }
    }

    private sealed record Someone(
        PersonId Id,
        bool IsPlaceholder,
        DateOnly? LastDay,
        bool IsArchived
    );

    private sealed record Work(ProjectId Id, bool IsInternal, bool TakesBookings);
}
