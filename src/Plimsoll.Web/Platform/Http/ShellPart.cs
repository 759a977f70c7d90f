using Plimsoll.Domain.Kernel;

namespace Plimsoll.Web.Platform.Http;

/// <summary>A part that a room adds to the frame of every page, as the command palette is.</summary>
/// <param name="Component">A Razor component without parameters.</param>
/// <param name="For">Who gets it.</param>
public sealed record ShellPart(Type Component, Func<Actor, bool> For);
