using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Load;
using Plimsoll.Domain.People;
using Plimsoll.Web.Clients.Queries;
using Plimsoll.Web.Load.Import;
using Plimsoll.Web.Load.Store;
using Plimsoll.Web.People.Queries;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Sheets;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Load.Queries;

/// <summary>Turns the cells of a sheet into changes of the plan, absences and comments.</summary>
internal sealed class ImportReading(
    PlimsollDb db,
    Actor actor,
    DateOnly today,
    ImportWork work,
    CancellationToken ct
)
{
    private readonly Dictionary<CellKey, Wanted> _wanted = [];
    private readonly Dictionary<(PersonId, Week), PlannedWeek> _away = [];
    private readonly Dictionary<(string Code, string Text), int> _told = [];
    private PlanScope _scope = null!;

    public async Task Fill()
    {
        if (work.Plan.Weeks.Count == 0)
            return;
        _scope = await PlanScope.Of(db, actor, ct);
        var (first, last) = (work.Plan.Weeks[0], work.Plan.Weeks[^1]);
        var calendars = await work.Cast.Calendars(db, first, last, ct);
        await ReadNow(first, last);
        foreach (var cell in work.Plan.Cells)
            Take(cell, calendars);
        await Compare();
        await LayAway(calendars, first, last);
    }

    private void Take(FoundCell cell, IReadOnlyDictionary<PersonId, PersonCalendar> calendars)
    {
        if (work.Cast.PersonOf(cell.Person) is not { } person)
            return;
        var nominal = calendars.TryGetValue(person.Id, out var calendar)
            ? calendar.On(cell.Week).Nominal
            : Minutes.Zero;
        if (cell.Meaning == FillMeaning.Away)
        {
            TakeAway(cell, person, nominal);
            return;
        }
        if (work.Cast.ProjectOf(PlanWork.KeyOf(cell)) is not { } project)
            return;
        if (person.Leaves(cell.Week))
        {
            // What stands there already may stay; nothing new is planned.
            if (!Stands(new(person.Id, project.Id, cell.Week), cell))
                Note(cell, "left-out-has-left", cell.Person);
            return;
        }
        if (cell.Amount.Minutes is null && nominal == Minutes.Zero)
        {
            Note(cell, "left-out-no-time", cell.Person);
            return;
        }
        var isNew = person.IsNew || project.IsNew;
        if (!isNew && !_scope.MayEdit(person.Id, project.Id))
        {
            Note(cell, "left-out-not-yours", $"{cell.Person}, {cell.Project}");
            return;
        }
        var minutes = cell.Amount.In(nominal);
        if (minutes == Minutes.Zero)
            return;
        var tentative = cell.Meaning == FillMeaning.Tentative;
        if (tentative && cell.Week.Sunday < today)
        {
            Note(cell, "left-out-lapsed", cell.Week.ToString());
            return;
        }
        if (minutes.Value > Booking.MinutesAtMost)
        {
            work.Problems.Add(
                SheetProblem.Error(cell.Address, LoadProblem.AmountIsTooLarge, cell.Person)
            );
            return;
        }
        var key = new CellKey(person.Id, project.Id, cell.Week);
        if (!_wanted.TryGetValue(key, out var wanted))
            _wanted[key] = wanted = new Wanted(cell.Address);
        wanted.Add(cell, minutes, tentative, today);
    }

    private bool Stands(CellKey key, FoundCell cell)
    {
        var now = work.Now.GetValueOrDefault(key).Cell;
        var there = cell.Meaning == FillMeaning.Tentative ? now.Tentative : now.Confirmed;
        return cell.Amount.Minutes is not { } minutes ? !now.IsEmpty : there == minutes;
    }

    private void TakeAway(FoundCell cell, ImportCast.Someone person, Minutes nominal)
    {
        if (person.IsPlaceholder || nominal == Minutes.Zero)
            return;
        var key = (person.Id, cell.Week);
        var (minutes, at) = (cell.Amount.In(nominal), CellRange.Of(cell.Address));
        if (_away.TryGetValue(key, out var before))
            (minutes, at) = (before.Minutes + minutes, before.At.With(at));
        _away[key] = new(minutes, cell.Away ?? AwayKind.Vacation, at);
    }

    private async Task ReadNow(Week first, Week last)
    {
        var weeks = first.WeeksUntil(last) + 1;
        var people = work.Cast.Existing;
        await foreach (
            var time in db.Planned(first, weeks)
                .Where(t => people.Contains(t.Person))
                .AsAsyncEnumerable()
                .WithCancellation(ct)
        )
        {
            var key = new CellKey(time.Person, time.Project, Week.Of(time.Week));
            var (cell, until) = work.Now.GetValueOrDefault(key);
            work.Now[key] =
                time.Certainty is Certainty.Tentative
                    ? (cell with { Tentative = new Minutes(time.Planned) }, time.HoldUntil)
                    : (cell with { Confirmed = new Minutes(time.Planned) }, until);
        }
    }

    private async Task Compare()
    {
        var said = (
            await db.CellComments()
                .AsNoTracking()
                .Where(c => work.Cast.Existing.Contains(c.Person) && c.Project != null)
                .OrderBy(c => c.At)
                .ToListAsync(ct)
        ).ToLookup(c => new CellKey(c.Person, c.Project!.Value, c.Week), c => c.Text);
        foreach (var (key, wanted) in _wanted)
        {
            var (was, until) = work.Now.GetValueOrDefault(key);
            var hold =
                wanted.HoldUntil is { } day && wanted.Cell.Tentative > Minutes.Zero && day != until
                    ? day
                    : (DateOnly?)null;
            if (wanted.Cell != was || hold is not null)
                work.Changes.Add(
                    new ImportWork.PlannedChange(key, was, wanted.Cell, hold, wanted.Address)
                );
            if (wanted.Comment is { } text && !IsSaid(said[key], text))
                work.Comments.Add(
                    new ImportWork.PlannedComment(
                        key,
                        text.Length > CellComment.TextLimit ? text[..CellComment.TextLimit] : text
                    )
                );
        }
    }

    /// <summary>An export joins what several people said of a cell; that is nothing new.</summary>
    private static bool IsSaid(IEnumerable<string> said, string text) =>
        said.Contains(text) || string.Join("\n\n", said) == text;

    private async Task LayAway(
        IReadOnlyDictionary<PersonId, PersonCalendar> calendars,
        Week first,
        Week last
    )
    {
        if (_away.Count == 0)
            return;
        var decided = (
            await db.PeopleDecidedBy(actor).Select(p => p.Id).ToListAsync(ct)
        ).ToHashSet();
        var open = await db.Absences()
            .AsNoTracking()
            .Where(a =>
                (a.State == AbsenceState.Requested || a.State == AbsenceState.Approved)
                && a.To >= first.Monday
                && a.From <= last.Sunday
            )
            .ToListAsync(ct);
        var openOf = open.ToLookup(a => a.Person);
        foreach (var person in _away.GroupBy(a => a.Key.Item1))
        {
            var who = work.Cast.Of(person.Key);
            if (!who.IsNew && !decided.Contains(person.Key))
            {
                work.Problems.Add(
                    SheetProblem.Note(
                        person.Select(a => a.Value.At).Aggregate((all, one) => all.With(one)),
                        "left-out-absences",
                        who.Name
                    )
                );
                continue;
            }
            var calendar = calendars[person.Key];
            var days = person
                .OrderBy(a => a.Key.Item2)
                .SelectMany(a =>
                    AwayWeek
                        .Lay(
                            calendar,
                            a.Key.Item2,
                            a.Value.Minutes,
                            day =>
                                openOf[person.Key]
                                    .Any(o => o.From <= day && o.To >= day && !o.HalfDay)
                        )
                        .Select(d => (Kind: KindOf(a.Value.Kind), Days: d))
                );
            foreach (var kind in days.GroupBy(d => d.Kind))
                work.Away.AddRange(
                    AwayWeek
                        .Join(kind.Select(k => k.Days), d => calendar.On(d).IsWorking)
                        .Select(d => new ImportWork.PlannedAway(person.Key, kind.Key, d))
                );
        }
    }

    /// <summary>A colour alone says "away", which mostly is a vacation.</summary>
    private static AbsenceKind KindOf(AwayKind kind) =>
        kind switch
        {
            AwayKind.Sick => AbsenceKind.Sick,
            AwayKind.PublicHoliday => AbsenceKind.Other,
            _ => AbsenceKind.Vacation,
        };

    /// <summary>What holds for several cells is told once, with all that lies between them.</summary>
    private void Note(FoundCell cell, string code, string text)
    {
        if (!_told.TryAdd((code, text), work.Problems.Count))
        {
            var at = _told[(code, text)];
            var told = work.Problems[at];
            work.Problems[at] = told with { At = told.At.With(CellRange.Of(cell.Address)) };
        }
        else
            work.Problems.Add(SheetProblem.Note(cell.Address, code, text));
    }

    private readonly record struct PlannedWeek(Minutes Minutes, AwayKind Kind, CellRange At);

    private sealed class Wanted(CellAddress address)
    {
        public CellAddress Address { get; } = address;
        public PlanCell Cell { get; private set; }
        public DateOnly? HoldUntil { get; private set; }
        public string? Comment { get; private set; }

        public void Add(FoundCell found, Minutes minutes, bool tentative, DateOnly today)
        {
            Cell = tentative
                ? Cell with
                {
                    Tentative = Cell.Tentative + minutes,
                }
                : Cell with
                {
                    Confirmed = Cell.Confirmed + minutes,
                };
            Comment ??= found.Comment?.Trim();
            if (found.HoldUntil is { } until && until >= today && Hold.MayEnd(until, found.Week))
                HoldUntil = until;
        }
    }
}
