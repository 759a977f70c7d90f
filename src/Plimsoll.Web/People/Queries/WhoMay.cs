using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.People.Queries;

/// <summary>The people whose position gives them a right.</summary>
public sealed class WhoMay : IWhoMay
{
    public async Task<IReadOnlyList<PersonId>> Who(PlimsollDb db, Right right, CancellationToken ct)
    {
        var positions = Enum.GetValues<Position>()
            .Where(p => Rights.Of(p, right) is not Reach.None)
            .ToList();
        return await db.People()
            .Where(p => p.Archived == null && p.Kind != PersonKind.Placeholder)
            .Where(p => positions.Contains(p.Position))
            .Select(p => p.Id)
            .ToListAsync(ct);
    }
}
