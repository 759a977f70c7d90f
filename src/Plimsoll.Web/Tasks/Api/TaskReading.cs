using System.Text.Json;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Tasks;
using Plimsoll.Web.Platform.Text;
using Plimsoll.Web.Tasks.UseCases;

namespace Plimsoll.Web.Tasks.Api;

/// <summary>
/// Reads what was sent of a task. What is left out must be told from what is <c>null</c>, so the JSON itself is asked
/// which words are there.
/// </summary>
internal static class TaskReading
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public static Outcome<TaskWords> Words(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
            return new IsNotUnderstood("task");
        try
        {
            return json.Deserialize<TaskWords>(Web)!;
        }
        catch (JsonException e)
        {
            return new IsNotUnderstood(Where(e));
        }
    }

    public static Outcome<TaskChange> Change(JsonElement json)
    {
        if (Words(json).Refused(out var no, out var words))
            return no;
        bool Has(string name) =>
            json.EnumerateObject()
                .Any(p => p.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (Has("project") && words.Project is null)
            return new IsMissing("project");
        if (Has("state") && Kebab.Read<TaskState>(words.State) is null)
            return new IsNotUnderstood("state");
        if (Has("priority") && Kebab.Read<TaskPriority>(words.Priority) is null)
            return new IsNotUnderstood("priority");
        if (words.Estimate is < 1)
            return new EstimateIsNoSuchTime();
        return new TaskChange
        {
            Title = Has("title") ? new(words.Title) : null,
            Description = Has("description") ? new(words.Description) : null,
            Project = words.Project is { } project ? new(new ProjectId(project)) : null,
            Stream = Has("stream") ? new(Id<StreamId>(words.Stream)) : null,
            Responsible = Has("responsible") ? new(Id<PersonId>(words.Responsible)) : null,
            Helpers = Has("helpers") ? new([.. (words.Helpers ?? []).Select(PersonId.From)]) : null,
            Reviewer = Has("reviewer") ? new(Id<PersonId>(words.Reviewer)) : null,
            State = Kebab.Read<TaskState>(words.State) is { } state ? new(state) : null,
            Priority = Kebab.Read<TaskPriority>(words.Priority) is { } priority
                ? new(priority)
                : null,
            Starts = Has("starts") ? new(words.Starts) : null,
            Due = Has("due") ? new(words.Due) : null,
            Estimate = Has("estimate")
                ? new(words.Estimate is { } minutes ? new Minutes(minutes) : null)
                : null,
        };
    }

    /// <summary>Where a task goes; which one, says the address.</summary>
    public static Outcome<MoveTask.Command> Move(JsonElement json)
    {
        TaskMoveWords? words;
        try
        {
            words =
                json.ValueKind == JsonValueKind.Object
                    ? json.Deserialize<TaskMoveWords>(Web)
                    : null;
        }
        catch (JsonException e)
        {
            return new IsNotUnderstood(Where(e));
        }
        if (words?.State is null)
            return new IsMissing("state");
        if (Kebab.Read<TaskState>(words.State) is not { } state)
            return new IsNotUnderstood("state");
        TaskChange? change = null;
        if (words.Set is not null)
        {
            var set = json.EnumerateObject()
                .First(p => p.Name.Equals("set", StringComparison.OrdinalIgnoreCase));
            if (Change(set.Value).Refused(out var no, out change))
                return no;
        }
        return new MoveTask.Command(
            default,
            state,
            words.Above is { } above ? new TaskId(above) : null,
            words.Below is { } below ? new TaskId(below) : null,
            Change: change is null ? null : change with { State = null }
        );
    }

    private static string Where(JsonException e) =>
        e.Path?.Trim('$', '.') is { Length: > 0 } path ? path : "task";

    private static T? Id<T>(Guid? value)
        where T : struct, IId<T> => value is { } id ? T.From(id) : null;
}
