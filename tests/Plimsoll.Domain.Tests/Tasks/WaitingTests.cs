using CsCheck;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Tasks;

namespace Plimsoll.Domain.Tests.Tasks;

public sealed class WaitingTests
{
    private static readonly TaskId[] Tasks = [.. Enumerable.Range(0, 8).Select(_ => TaskId.New())];

    [Fact]
    public void A_task_does_not_wait_for_itself() =>
        Waiting
            .MayWait(Tasks[0], Tasks[0], Nothing())
            .ShouldBeOfType<TasksWaitInCircle>()
            .Code.ShouldBe("tasks-wait-in-circle");

    [Fact]
    public void A_task_does_not_wait_for_one_that_in_the_end_waits_for_it()
    {
        var waits = new[] { (0, 1), (1, 2) }.ToLookup(w => Tasks[w.Item1], w => Tasks[w.Item2]);
        _ = Waiting.MayWait(Tasks[2], Tasks[0], waits).ShouldBeOfType<TasksWaitInCircle>();
        Waiting.MayWait(Tasks[0], Tasks[2], waits).ShouldBeNull();
        Waiting.MayWait(Tasks[3], Tasks[0], waits).ShouldBeNull();
    }

    /// <summary>However waits are added, those that are let through can always be worked off in some order.</summary>
    [Fact]
    public void What_is_let_through_never_makes_a_circle() =>
        Gen.Int[0, Tasks.Length - 1]
            .Select(Gen.Int[0, Tasks.Length - 1])
            .List[0, 40]
            .Sample(wanted =>
            {
                var waits = new List<(TaskId Task, TaskId For)>();
                foreach (var (task, other) in wanted)
                    if (
                        Waiting.MayWait(
                            Tasks[task],
                            Tasks[other],
                            waits.ToLookup(w => w.Task, w => w.For)
                        )
                        is null
                    )
                        waits.Add((Tasks[task], Tasks[other]));
                var left = Tasks.ToHashSet();
                while (
                    left.FirstOrDefault(t => !waits.Any(w => w.Task == t && left.Contains(w.For)))
                        is var free
                    && free != default
                )
                    _ = left.Remove(free);
                left.ShouldBeEmpty();
            });

    private static ILookup<TaskId, TaskId> Nothing() =>
        Array.Empty<TaskId>().ToLookup(t => t, t => t);

    [Fact]
    public void A_task_waits_for_something_later_by_the_day_it_begins()
    {
        var (monday, friday) = (new DateOnly(2026, 11, 23), new DateOnly(2026, 11, 27));
        Waiting.ForSomethingLater(monday, friday, friday).ShouldBeTrue();
        Waiting.ForSomethingLater(friday, friday, friday).ShouldBeFalse();
        Waiting.ForSomethingLater(null, monday, friday).ShouldBeTrue();
        Waiting.ForSomethingLater(null, friday, monday).ShouldBeFalse();
        Waiting.ForSomethingLater(monday, friday, null).ShouldBeFalse();
        Waiting.ForSomethingLater(null, null, friday).ShouldBeFalse();
    }
}
