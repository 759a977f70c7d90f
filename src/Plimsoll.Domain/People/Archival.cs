using Plimsoll.Domain.Kernel;

namespace Plimsoll.Domain.People;

/// <summary>That something was put away, by whom and when; things are archived rather than deleted.</summary>
public sealed record Archival(PersonId By, DateTime At);
