using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Text;

namespace Plimsoll.Web.Platform.Mail;

/// <summary>Where a person's letters go and how they are written.</summary>
public sealed record Receiver(
    string Address,
    string Name,
    Phrases Phrases,
    TimeZoneInfo Zone,
    Position Position
);

/// <summary>Who gets letters, and in which language; answered by the room that knows accounts.</summary>
public interface IReceivers
{
    /// <summary>Nobody when the person is gone, or has no address.</summary>
    Task<Receiver?> Find(PersonId person, CancellationToken ct);
}
