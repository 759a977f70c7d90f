using System.Globalization;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;
using Plimsoll.Domain.Tasks;
using Plimsoll.Web.Platform.Text;
using Plimsoll.Web.Tasks.Queries;
using Plimsoll.Web.Tasks.UseCases;

namespace Plimsoll.Web.Tasks.Pages;

/// <summary>What the form of a task holds, as it was typed.</summary>
public sealed class TaskEntry
{
    public string? Title { get; set; }
    public string? Description { get; set; }
    public Guid? Project { get; set; }
    public Guid? Stream { get; set; }
    public Guid? Responsible { get; set; }
    public List<Guid>? Helpers { get; set; }
    public Guid? Reviewer { get; set; }
    public string? Priority { get; set; }
    public DateOnly? Starts { get; set; }
    public DateOnly? Due { get; set; }

    /// <summary>Hours as people type them: 3, 3:30, 3.5.</summary>
    public string? Estimate { get; set; }

    /// <summary>One line on each; only a new task has it.</summary>
    public string? Checklist { get; set; }
    public int Version { get; set; }

    internal static TaskEntry Of(TaskCard.View card) =>
        new()
        {
            Title = card.Row.Title,
            Description = card.Description,
            Project = card.Row.Project.Value,
            Stream = card.Row.Stream?.Value,
            Responsible = card.Row.Responsible?.Id.Value,
            Helpers = [.. card.Helpers.Select(h => h.Id.Value)],
            Reviewer = card.Row.Reviewer?.Id.Value,
            Priority = Kebab.Of(card.Row.Priority),
            Starts = card.Row.Starts,
            Due = card.Row.Due,
            Estimate = card.Row.Estimate is { } estimate ? Typed(estimate) : null,
            Version = card.Row.Version,
        };

    /// <summary>All that the form says; what it has no field for stays.</summary>
    /// <param name="project">Whether the project is chosen in it.</param>
    internal Outcome<TaskChange> Read(bool project)
    {
        if (ReadEstimate().Refused(out var no, out var estimate))
            return no;
        return new TaskChange
        {
            Title = new(Title),
            Description = new(Description),
            Project = project && Project is { } chosen ? new(new ProjectId(chosen)) : null,
            Stream = new(Stream is { } stream ? new StreamId(stream) : null),
            Responsible = new(Responsible is { } who ? new PersonId(who) : null),
            Helpers = new([.. (Helpers ?? []).Select(PersonId.From)]),
            Reviewer = new(Reviewer is { } reviewer ? new PersonId(reviewer) : null),
            Priority = new(Kebab.Read<TaskPriority>(Priority) ?? TaskPriority.Normal),
            Starts = new(Starts),
            Due = new(Due),
            Estimate = new(estimate.Value),
        };
    }

    internal static string Typed(Minutes minutes) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{minutes.Value / 60}:{minutes.Value % 60:00}"
        );

    private Outcome<Guessed> ReadEstimate()
    {
        if (HoursText.Read(Estimate).Refused(out _, out var minutes))
            return new IsNotUnderstood("estimate");
        return new Guessed(minutes == 0 ? null : new Minutes(minutes));
    }

    private sealed record Guessed(Minutes? Value);
}

/// <summary>A small act on the page of a task: which, and the version of the task that was seen.</summary>
public sealed class TaskActEntry
{
    public string? Do { get; set; }
    public string? Text { get; set; }
    public int? Version { get; set; }
}
