using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.People.UseCases;

/// <summary>Which teams a person is in, set from her side.</summary>
internal static class Membership
{
    /// <summary>Makes her a member of exactly these teams; archived ones stay as they were.</summary>
    public static async Task<Refusal?> Set(
        PlimsollDb db,
        PersonId person,
        IReadOnlyCollection<TeamId> wanted,
        CancellationToken ct
    )
    {
        var teams = await db.Teams().Where(t => t.Archived == null).ToListAsync(ct);
        if (wanted.Any(w => teams.TrueForAll(t => t.Id != w)))
            return new IsNotUnderstood("teams");
        foreach (var team in teams)
            if (wanted.Contains(team.Id))
                team.Add(person);
            else if (team.Has(person))
                _ = team.Remove(person);
        return null;
    }

    /// <summary>Takes her out of every team, as member and as lead.</summary>
    public static async Task Leave(PlimsollDb db, PersonId person, CancellationToken ct)
    {
        var teams = await db.Teams()
            .Where(t => t.Lead == person || t.Members.Any(m => m.PersonId == person))
            .ToListAsync(ct);
        foreach (var team in teams)
        {
            if (team.Lead == person)
                team.GiveTo(null);
            if (team.Has(person))
                _ = team.Remove(person);
        }
    }
}
