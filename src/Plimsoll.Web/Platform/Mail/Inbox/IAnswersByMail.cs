using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Platform.Mail.Inbox;

/// <summary>The things of a room that can be answered by mail.</summary>
public interface IAnswersByMail
{
    /// <summary>The word that <see cref="ReplyAddresses.Open"/> was given.</summary>
    string Kind { get; }

    /// <summary>
    /// Makes of the letter what an answer on the page would be, under the same rules. It only adds to the store; the letter
    /// is remembered in the same save, so the answer is there once. It may be asked again when the store asks for it.
    /// </summary>
    Task<Refusal?> Take(PlimsollDb db, MailedAnswer answer, CancellationToken ct);
}

/// <summary>An answer that came by mail.</summary>
/// <param name="Holder">What is answered.</param>
/// <param name="Actor">Who answers, through the door of mail.</param>
/// <param name="Text">What she wrote herself: without the letter she answers, and without her signature.</param>
/// <param name="Files">What she attached; brought by her, and loose until the room gives them to something.</param>
public sealed record MailedAnswer(
    Guid Holder,
    Actor Actor,
    string Text,
    IReadOnlyList<Guid> Files,
    DateTime At
);
