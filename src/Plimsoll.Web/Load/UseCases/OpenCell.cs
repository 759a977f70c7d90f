using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Load;
using Plimsoll.Domain.People;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Load.UseCases;

/// <summary>The bookings of one cell while it is changed: settled time, and time that is held beside it.</summary>
internal sealed class OpenCell(PlimsollDb db, CellKey key, PersonCalendar calendar, DateOnly today)
{
    private Booking? _settled;
    private Booking? _held;

    public CellKey Key => key;

    public PlanCell Now => new(_settled?.Planned ?? default, _held?.Planned ?? default);

    public DateOnly? HoldUntil => _held?.HoldUntil;

    public string? Reason => _settled?.OverReason ?? _held?.OverReason;

    public CellState State => new(Now, HoldUntil, PromiseOf(_settled), PromiseOf(_held));

    /// <summary>What it held before the change.</summary>
    public CellState Before { get; private set; } = null!;

    /// <summary>Whether the change settles more time here than before.</summary>
    public bool HasGrown { get; private set; }

    public void Take(Booking booking)
    {
        if (booking.IsTentative)
            _held = booking;
        else
            _settled = booking;
    }

    /// <param name="until">The last day of held time; by default the usual one, or the one that it has.</param>
    /// <param name="owner">Whose promise new time is.</param>
    public Refusal? Set(PlanCell wanted, DateOnly? until, PersonId owner)
    {
        Before = State;
        var no = wanted.Confirms(Now)
            ? Confirm()
            : SetConfirmed(wanted.Confirmed, owner) ?? SetTentative(wanted.Tentative, until, owner);
        HasGrown = Now.Confirmed > Before.Cell.Confirmed;
        return no;
    }

    /// <summary>Puts back what stood here. A hold whose day has passed since would be gone by now.</summary>
    public Refusal? PutBack(CellState then)
    {
        Before = State;
        var isGone = then.HoldUntil < today && then.HoldUntil != HoldUntil;
        var held = isGone ? null : then.Held;
        var tentative = held is null ? Minutes.Zero : then.Cell.Tentative;
        return SetConfirmed(then.Cell.Confirmed, then.Settled?.Owner ?? default)
            ?? SetTentative(tentative, held is null ? null : then.HoldUntil, held?.Owner ?? default)
            ?? Restore(_settled, then.Settled)
            ?? Restore(_held, held);
    }

    /// <summary>Whose promise the time is that goes away with the change; none when nothing does.</summary>
    public PersonId? Gives(PlanCell wanted) =>
        wanted.Tentative < Now.Tentative ? _held!.Owner
        : wanted.Confirmed < Now.Confirmed ? _settled!.Owner
        : null;

    /// <summary>Why its settled time may take the week over the line.</summary>
    public Refusal? Explain(string? reason) => _settled?.Explain(reason);

    private static Promise? PromiseOf(Booking? booking) =>
        booking is null ? null : new(booking.Owner, booking.OverReason);

    private static Refusal? Restore(Booking? booking, Promise? then)
    {
        if (booking is null || then is null)
            return null;
        booking.GiveTo(then.Owner);
        return booking.Explain(then.Reason);
    }

    private Refusal? Confirm()
    {
        var hold = _held!;
        if (_settled is not { } settled)
        {
            if (hold.Confirm(today) is { } no)
                return no;
            (_settled, _held) = (hold, null);
            return null;
        }
        if (settled.TakeIn(hold, today) is { } refused)
            return refused;
        _ = db.Remove(hold);
        _held = null;
        return null;
    }

    private Refusal? SetConfirmed(Minutes wanted, PersonId owner)
    {
        if (_settled is { } settled)
        {
            if (wanted != Minutes.Zero)
                return settled.ChangeTo(wanted);
            _ = db.Remove(settled);
            _settled = null;
        }
        else if (wanted != Minutes.Zero)
        {
            var (person, project, week) = key;
            if (
                Booking
                    .Confirm(person, project, week, wanted, owner)
                    .Refused(out var no, out var booking)
            )
                return no;
            _ = db.Add(booking);
            _settled = booking;
        }
        return null;
    }

    private Refusal? SetTentative(Minutes wanted, DateOnly? until, PersonId owner)
    {
        if (wanted == Now.Tentative && until is null)
            return null;
        if (until < today && wanted != Minutes.Zero && until != HoldUntil)
            return new HoldDateHasPassed(until.Value);
        // A hold whose day has passed is as good as gone: what is typed over it is a new one.
        if (_held is { } old && (wanted == Minutes.Zero || old.HasLapsed(today)))
        {
            _ = db.Remove(old);
            _held = null;
        }
        if (wanted == Minutes.Zero)
            return null;
        if (_held is { } held)
            return held.ChangeTo(wanted) ?? (until is { } later ? held.Extend(later, today) : null);
        var (person, project, week) = key;
        var day = until ?? Hold.DefaultUntil(week, today, d => calendar.On(d).IsWorking);
        if (
            Booking
                .Hold(person, project, week, wanted, day, owner)
                .Refused(out var no, out var hold)
        )
            return no;
        _ = db.Add(hold);
        _held = hold;
        return null;
    }
}
