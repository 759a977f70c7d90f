using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.People.UseCases;

/// <summary>Two roles or teams of one name cannot be told apart, in a list or in an import; case and accents aside.</summary>
internal static class Names
{
    public static async Task<Refusal?> OfRoleIsFree(PlimsollDb db, Role role, CancellationToken ct)
    {
        var plain = SearchKeys.Plain(role.Name);
        return await db.Roles()
            .AnyAsync(
                r => r.Id != role.Id && EF.Property<string>(r, SearchKeys.Column) == plain,
                ct
            )
            ? new NameIsTaken(role.Name)
            : null;
    }

    public static async Task<Refusal?> OfTeamIsFree(PlimsollDb db, Team team, CancellationToken ct)
    {
        var plain = SearchKeys.Plain(team.Name);
        return await db.Teams()
            .AnyAsync(
                t => t.Id != team.Id && EF.Property<string>(t, SearchKeys.Column) == plain,
                ct
            )
            ? new NameIsTaken(team.Name)
            : null;
    }
}
