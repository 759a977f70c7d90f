using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Tasks;

namespace Plimsoll.Web.Tasks.UseCases;

/// <summary>What something is to become; a missing one leaves it as it is, so that nothing can be told from "nothing".</summary>
public sealed record To<T>(T Value);

/// <summary>What is to be changed of a task; whatever is missing stays.</summary>
public sealed record TaskChange
{
    public To<string?>? Title { get; init; }
    public To<string?>? Description { get; init; }
    public To<ProjectId>? Project { get; init; }
    public To<StreamId?>? Stream { get; init; }
    public To<PersonId?>? Responsible { get; init; }
    public To<IReadOnlyList<PersonId>>? Helpers { get; init; }
    public To<PersonId?>? Reviewer { get; init; }
    public To<TaskState>? State { get; init; }
    public To<TaskPriority>? Priority { get; init; }
    public To<DateOnly?>? Starts { get; init; }
    public To<DateOnly?>? Due { get; init; }
    public To<Minutes?>? Estimate { get; init; }

    /// <summary>Whether it does no more than make this person responsible, and perhaps begin.</summary>
    internal bool OnlyGivesTo(PersonId person) =>
        Responsible?.Value == person
        && this with { Responsible = null, State = null } == new TaskChange()
        && State is null or { Value: TaskState.InWork };

    /// <summary>Everybody who is named in it.</summary>
    internal IEnumerable<(string Field, PersonId Person)> People()
    {
        if (Responsible?.Value is { } responsible)
            yield return ("responsible", responsible);
        if (Reviewer?.Value is { } reviewer)
            yield return ("reviewer", reviewer);
        // One more than there may be is enough to refuse them.
        foreach (var helper in (Helpers?.Value ?? []).Take(ProjectTask.HelpersAtMost + 1))
            yield return ("helpers", helper);
    }
}
