using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.People.UseCases;

/// <summary>A room to which a person's address means more than where letters go; it follows in the same save.</summary>
public interface IFollowAddress
{
    /// <param name="before">The address that the person had; the new one she has already.</param>
    Task<Refusal?> Run(
        PlimsollDb db,
        Person person,
        string? before,
        Actor actor,
        CancellationToken ct
    );
}
