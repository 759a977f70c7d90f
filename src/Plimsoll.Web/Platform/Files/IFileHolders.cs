using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Platform.Files;

/// <summary>
/// The things of a room that hold files: tasks, comments, documents. Who may see the thing may read its files; a kind
/// that is seen by fewer people (a comment that stays inside) is a kind of its own.
/// </summary>
public interface IFileHolders
{
    /// <summary>The word for them in the store: <c>task</c>, <c>client-comment</c>.</summary>
    string Kind { get; }

    /// <summary>
    /// The ids of those the actor may see; becomes a part of the query for the file. A typed id is turned into a plain one
    /// by <c>(Guid)(object)t.Id</c>, which both databases understand.
    /// </summary>
    IQueryable<Guid> VisibleTo(PlimsollDb db, Actor actor);
}
