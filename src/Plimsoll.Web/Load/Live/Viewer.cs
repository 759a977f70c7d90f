using Plimsoll.Domain.Kernel;

namespace Plimsoll.Web.Load.Live;

/// <summary>Somebody who looks at the board, here or on another node.</summary>
/// <param name="Cell">The cell she is in: <c>person|project|week</c>, the project may be empty.</param>
internal sealed record Viewer(Guid Stream, PersonId Person, string Name, int Colour, string? Cell);
