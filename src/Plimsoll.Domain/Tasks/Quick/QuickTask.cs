using Plimsoll.Domain.Kernel;

namespace Plimsoll.Domain.Tasks.Quick;

/// <summary>What a part of a line is about.</summary>
public enum QuickField
{
    Due,
    Estimate,
    Priority,
    Responsible,
    Project,
    Stream,
}

/// <summary>Whose name it is.</summary>
public enum QuickKind
{
    Person,
    Client,
    Project,
    Stream,
}

/// <summary>A name that the line may mean.</summary>
/// <param name="Of">The client of a project, the project of a stream.</param>
/// <param name="Code">The short name of a project.</param>
public sealed record QuickName(
    QuickKind Kind,
    Guid Id,
    string Name,
    Guid? Of = null,
    string? Code = null
);

/// <summary>A piece of the line that was understood.</summary>
/// <param name="InTitle">Whether it is a word of the sentence too, and stays in the title.</param>
public sealed record QuickPart(QuickField Field, int Start, int Length, bool InTitle = false);

/// <summary>A name that was not understood: nobody is called so, or several are.</summary>
/// <param name="Text">As it was typed.</param>
public sealed record QuickDoubt(QuickField Field, string Text, IReadOnlyList<QuickName> Candidates);

/// <summary>A task as it was understood from one line.</summary>
/// <param name="Title">What is left of the line.</param>
/// <param name="Client">Whose work it is, where its project is not known yet.</param>
public sealed record QuickTask(
    string Title,
    DateOnly? Due,
    Minutes? Estimate,
    TaskPriority? Priority,
    PersonId? Responsible,
    ProjectId? Project,
    StreamId? Stream,
    ClientId? Client,
    IReadOnlyList<QuickPart> Parts,
    IReadOnlyList<QuickDoubt> Doubts
);
