using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;
using static Plimsoll.Domain.People.AbsenceState;

namespace Plimsoll.Domain.Tests.People;

public sealed class AbsenceTests
{
    private static readonly PersonId Anna = PersonId.New();
    private static readonly PersonId Boss = PersonId.New();
    private static readonly DateTime Moment = new(2026, 6, 1, 8, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly First = new(2026, 7, 6);

    private static Outcome<Absence> Ask(DateOnly from, DateOnly to) =>
        Absence.Ask(Anna, AbsenceKind.Vacation, from, to, false, "sea", Anna, Moment);

    private static Absence In(AbsenceState state)
    {
        var absence = Ask(First, First.AddDays(4)).Value;
        if (state is not Requested)
            Move(absence, state).ShouldBeNull();
        return absence;
    }

    private static Refusal? Move(Absence absence, AbsenceState to) =>
        to switch
        {
            Approved => absence.Approve(Boss, Moment),
            Declined => absence.Decline(Boss, Moment, "launch week"),
            _ => absence.Withdraw(Anna, Moment),
        };

    [Fact]
    public void An_absence_goes_only_where_the_table_leads()
    {
        foreach (var from in Enum.GetValues<AbsenceState>())
        foreach (var to in new[] { Approved, Declined, Withdrawn })
        {
            var absence = In(from);
            var may = from is Requested || (from is Approved && to is Withdrawn);
            Move(absence, to).ShouldBe(may ? null : new AbsenceIsDecided(from), $"{from} to {to}");
            absence.State.ShouldBe(may ? to : from);
            Absence.Leads(from, to).ShouldBe(may);
        }
    }

    [Fact]
    public void Only_an_approved_absence_counts() =>
        Enum.GetValues<AbsenceState>().Where(s => In(s).Counts).ShouldBe([Approved]);

    [Fact]
    public void Who_decided_and_when_and_why_not_is_kept()
    {
        var absence = In(Declined);
        absence.DecidedBy.ShouldBe(Boss);
        absence.DecidedAt.ShouldBe(Moment);
        absence.DeclineReason.ShouldBe("launch week");
    }

    [Fact]
    public void A_range_may_be_one_day_and_at_most_366()
    {
        Ask(First, First).IsRefused.ShouldBeFalse();
        Ask(First, First.AddDays(365)).IsRefused.ShouldBeFalse();
        Ask(First, First.AddDays(366)).Refusal.ShouldBe(new AbsenceIsTooLong());
        Ask(First, First.AddDays(-1)).Refusal.ShouldBe(new EndsBeforeItBegins("to"));
    }

    [Fact]
    public void What_was_decided_is_not_changed_under_the_decision() =>
        In(Approved)
            .Change(AbsenceKind.Sick, First, First, true, null)
            .ShouldBe(new AbsenceIsDecided(Approved));
}
