using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Platform.Activity;

/// <summary>Who has a right, so that she can be told of what concerns it; answered by the room that knows people.</summary>
public interface IWhoMay
{
    /// <summary>Those who have it now, archived people aside.</summary>
    Task<IReadOnlyList<PersonId>> Who(PlimsollDb db, Right right, CancellationToken ct);
}
