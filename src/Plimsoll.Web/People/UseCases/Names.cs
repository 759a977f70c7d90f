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
    public static Task<Refusal?> OfRoleIsFree(PlimsollDb db, Role role, CancellationToken ct) =>
        IsFree(db.Roles().Where(r => r.Id != role.Id), role.Name, ct);

    public static Task<Refusal?> OfTeamIsFree(PlimsollDb db, Team team, CancellationToken ct) =>
        IsFree(db.Teams().Where(t => t.Id != team.Id), team.Name, ct);

    private static async Task<Refusal?> IsFree<T>(
        IQueryable<T> others,
        string name,
        CancellationToken ct
    )
        where T : class
    {
        var plain = SearchKeys.Plain(name);
        return await others.AnyAsync(o => EF.Property<string>(o, SearchKeys.Column) == plain, ct)
            ? new NameIsTaken(name)
            : null;
    }
}
