using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.Platform.Text;

namespace Plimsoll.Web.Platform.Mail.Leaving;

/// <summary>The letters of a room that somebody can say no more to, from the letter itself.</summary>
public interface ILeave
{
    /// <summary>The word that <see cref="LeaveLinks.Write"/> was given.</summary>
    string Kind { get; }

    /// <summary>
    /// What she would get no more letters of, in her reader's words: "comments on Banner texts". Whoever has the letter may
    /// know it, and no more than the letter said. Nothing when it is gone.
    /// </summary>
    Task<string?> Name(
        PlimsollDb db,
        Guid thing,
        PersonId person,
        Phrases phrases,
        CancellationToken ct
    );

    /// <summary>Writes down that she wants no more of these letters; does not save. Asked twice, it is done once.</summary>
    Task Leave(PlimsollDb db, Guid thing, PersonId person, DateTime now, CancellationToken ct);
}
