using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Load;
using Plimsoll.Web.Load.Store;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Load.UseCases;

/// <summary>The part of the plan that a change touches, read inside its transaction: the laws are asked here, in order.</summary>
internal sealed class OpenPlan
{
    private readonly PlimsollDb _db;
    private readonly Actor _actor;
    private readonly DateOnly _today;
    private readonly PlanGround _ground;
    private readonly Dictionary<CellKey, OpenCell> _cells = [];
    private readonly Dictionary<WeekOfPerson, OpenWeek> _weeks = [];
    private readonly List<OpenCell> _changed = [];

    private OpenPlan(PlimsollDb db, Actor actor, DateOnly today, PlanGround ground) =>
        (_db, _actor, _today, _ground) = (db, actor, today, ground);

    public static async Task<OpenPlan> Of(
        PlimsollDb db,
        Actor actor,
        IReadOnlyList<CellKey> cells,
        DateOnly today,
        CancellationToken ct
    )
    {
        var people = cells.Select(c => c.Person).Distinct().ToArray();
        var weeks = cells.Select(c => c.Week).Distinct().Order().ToArray();
        var bookings = await db.Bookings()
            .Where(b => people.Contains(b.Person) && weeks.Contains(b.Week))
            .ToListAsync(ct);
        var projects = cells
            .Select(c => c.Project)
            .Concat(bookings.Select(b => b.Project))
            .Distinct()
            .ToArray();
        var ground = await PlanGround.Of(db, actor, people, projects, weeks[0], weeks[^1], ct);
        var plan = new OpenPlan(db, actor, today, ground);
        foreach (var booking in bookings)
            plan.At(new CellKey(booking.Person, booking.Project, booking.Week)).Take(booking);
        return plan;
    }

    public Refusal? Apply(ChangePlan.Command command, string? reason)
    {
        if (_ground.WhyNotHers([.. command.Changes.Select(c => c.Key)]) is { } notHers)
            return notHers;
        if (WhatChangedMeanwhile(command.Changes) is { } meanwhile)
            return meanwhile;
        var giver = command.Moves ? Giver(command.Changes) : null;
        foreach (var change in command.Changes)
            if (Apply(change, command.Unit, giver) is { } no)
                return new CellsRefused(no, [change.Key]);
        return ExplainOverTheLine(reason);
    }

    /// <summary>
    /// Puts cells back as they were before these steps, unless anything in them is another by now. It brings back what
    /// was, so nobody is asked whether more may be planned there, nor why.
    /// </summary>
    public Refusal? PutBack(IReadOnlyList<PlanFact.Told> steps)
    {
        if (_ground.WhyNotHers([.. steps.Select(s => s.Key)]) is { } notHers)
            return notHers;
        var changed = steps
            .Where(s => At(s.Key).State != s.After)
            .Select(s => new CellNow(s.Key, At(s.Key).Now, At(s.Key).HoldUntil))
            .ToList();
        if (changed.Count > 0)
            return new CellChangedMeanwhile(changed);
        foreach (var step in steps)
        {
            var cell = At(step.Key);
            if (cell.PutBack(step.Before!) is { } no)
                return new CellsRefused(no, [step.Key]);
            _changed.Add(cell);
        }
        return null;
    }

    /// <param name="kind">What the facts call it; by default by what it did to each cell.</param>
    /// <param name="whole">The number of a larger work that this is a part of.</param>
    public async Task<ChangePlan.Changed> Keep(
        string? kind,
        DateTime now,
        CancellationToken ct,
        Guid? whole = null
    )
    {
        var batch = whole ?? Guid.CreateVersion7();
        foreach (var cell in _changed)
            _db.RecordPlan(
                kind ?? PlanFact.Kind(cell.Before.Cell, cell.Now),
                _actor,
                now,
                new(
                    cell.Key,
                    cell.Before.Cell,
                    cell.Now,
                    cell.Before.HoldUntil,
                    cell.HoldUntil,
                    cell.Before,
                    cell.State
                ),
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
                    c.Key,
                    c.Before.Cell,
                    c.Now,
                    c.Before.HoldUntil,
                    c.HoldUntil,
                    c.Reason
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

    private CellChangedMeanwhile? WhatChangedMeanwhile(IReadOnlyList<ChangePlan.Change> changes)
    {
        var collided = changes
            .Where(c =>
                c.Was is { } was && At(c.Key).Now != was
                || c.WasHoldUntil is { } until && At(c.Key).HoldUntil != until
            )
            .Select(c => new CellNow(c.Key, At(c.Key).Now, At(c.Key).HoldUntil))
            .ToList();
        return collided.Count > 0 ? new CellChangedMeanwhile(collided) : null;
    }

    /// <summary>Whose promise is moved, when it is one person's.</summary>
    private PersonId? Giver(IReadOnlyList<ChangePlan.Change> changes)
    {
        var owners = changes
            .Where(c => c.Text is null)
            .Select(c => At(c.Key).Gives(c.Set))
            .OfType<PersonId>()
            .Distinct();
        return owners.Take(2).ToList() is [var one] ? one : null;
    }

    private Refusal? Apply(ChangePlan.Change change, PlanUnit unit, PersonId? giver)
    {
        var cell = At(change.Key);
        var was = cell.Now;
        var wanted = change.Set;
        if (change.Text is { } text)
        {
            var nominal = _ground.Calendar(change.Key.Person).On(change.Key.Week).Nominal;
            if (CellText.Read(text, unit, nominal, was).Refused(out var no, out wanted))
                return no;
        }
        if (wanted == was && (change.HoldUntil is null || change.HoldUntil == cell.HoldUntil))
            return null;
        if (wanted.Planned > was.Planned && _ground.WhyNoMore(change.Key) is { } full)
            return full;
        WeekOf(change.Key).Remember();
        var owner = change.Owner ?? giver ?? _actor.Person;
        if (cell.Set(wanted, change.HoldUntil, owner) is { } refused)
            return refused;
        _changed.Add(cell);
        return null;
    }

    private Refusal? ExplainOverTheLine(string? reason)
    {
        var over = _weeks.Values.Where(w => w.AsksForReason).ToList();
        if (over.Count > 0 && reason is null)
            return new OverTheLineNeedsReason(over.ConvertAll(w => w.Key));
        foreach (var week in over)
            if (week.Explain(reason) is { } no)
                return no;
        return null;
    }

    private OpenCell At(CellKey key)
    {
        if (_cells.TryGetValue(key, out var cell))
            return cell;
        cell = new OpenCell(_db, key, _ground.Calendar(key.Person), _today);
        WeekOf(key).Add(cell);
        return _cells[key] = cell;
    }

    private OpenWeek WeekOf(CellKey cell)
    {
        var key = new WeekOfPerson(cell.Person, cell.Week);
        if (!_weeks.TryGetValue(key, out var week))
            _weeks[key] = week = new OpenWeek(key, _ground);
        return week;
    }
}
