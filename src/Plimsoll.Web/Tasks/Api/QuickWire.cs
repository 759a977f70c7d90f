using Plimsoll.Domain.Tasks.Quick;
using Plimsoll.Web.Platform.Text;
using Plimsoll.Web.Tasks.Queries;

namespace Plimsoll.Web.Tasks.Api;

/// <summary>A task in one line.</summary>
/// <param name="Text">As people write it: <c>Banner texts for Halva tomorrow 3h @name #content</c>; in English, Russian or Chinese.</param>
/// <param name="Within">The project that is meant when the line names none.</param>
public sealed record QuickWords(string? Text, Guid? Within = null);

/// <summary>What a line means.</summary>
/// <param name="Title">What is left of the line.</param>
/// <param name="Estimate">In minutes.</param>
/// <param name="Client">Whose work it is, while its project is not known.</param>
/// <param name="Streams">Of its project, to choose from.</param>
/// <param name="Parts">The pieces of the line that were understood.</param>
/// <param name="Doubts">The names that were not.</param>
public sealed record QuickWire(
    string Title,
    DateOnly? Due,
    int? Estimate,
    string? Priority,
    TaskNameWire? Responsible,
    TaskNameWire? Project,
    TaskNameWire? Stream,
    TaskNameWire? Client,
    IReadOnlyList<TaskNameWire> Streams,
    IReadOnlyList<QuickPartWire> Parts,
    IReadOnlyList<QuickDoubtWire> Doubts
)
{
    internal static QuickWire Of(QuickReading.View view) =>
        new(
            view.Task.Title,
            view.Task.Due,
            view.Task.Estimate?.Value,
            view.Task.Priority is { } priority ? Kebab.Of(priority) : null,
            Name(view.Responsible),
            Name(view.Project),
            Name(view.Stream),
            Name(view.Client),
            [.. view.Streams.Select(s => Name(s)!)],
            [
                .. view.Task.Parts.Select(p => new QuickPartWire(
                    Kebab.Of(p.Field),
                    p.Start,
                    p.Length
                )),
            ],
            [
                .. view.Task.Doubts.Select(d => new QuickDoubtWire(
                    Kebab.Of(d.Field),
                    d.Text,
                    [.. d.Candidates.Select(c => Name(c)!)]
                )),
            ]
        );

    private static TaskNameWire? Name(QuickName? name) =>
        name is null ? null : new(name.Id, name.Name);
}

/// <summary>A piece of a line.</summary>
/// <param name="Field"><c>due</c>, <c>estimate</c>, <c>priority</c>, <c>responsible</c>, <c>project</c> or <c>stream</c>.</param>
public sealed record QuickPartWire(string Field, int Start, int Length);

/// <summary>A name that nobody has, or that several have.</summary>
public sealed record QuickDoubtWire(
    string Field,
    string Text,
    IReadOnlyList<TaskNameWire> Candidates
);
