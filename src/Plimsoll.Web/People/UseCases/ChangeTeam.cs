using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.People.UseCases;

/// <summary>A team's name, who leads it and who is in it.</summary>
public sealed class ChangeTeam(IDbContextFactory<PlimsollDb> store, TimeProvider clock)
{
    /// <param name="Members">Exactly these; leaves them as they are when not said.</param>
    public sealed record Command(
        TeamId Team,
        SeenVersion Seen,
        string? Name,
        PersonId? Lead,
        IReadOnlyCollection<PersonId>? Members
    );

    public async Task<Outcome<Done>> Run(Command command, Actor actor, CancellationToken ct)
    {
        if (!actor.May(Right.ManagePeople))
            return new NotAllowed();
        await using var db = await store.CreateDbContextAsync(ct);
        if (await db.Teams().FirstOrDefaultAsync(t => t.Id == command.Team, ct) is not { } team)
            return new NotThere();
        if (command.Seen.IsNot(team.Version))
            return new ChangedMeanwhile();
        if (team.Rename(command.Name) is { } nameless)
            return nameless;
        if (await Names.OfTeamIsFree(db, team, ct) is { } taken)
            return taken;
        if (command.Lead is { } lead && await Known.People(db, [lead], "lead", ct) is { } noLead)
            return noLead;
        team.GiveTo(command.Lead);
        var before = team.Members.Select(m => m.PersonId).ToList();
        var members = command.Members ?? before;
        if (await Known.People(db, members, "members", ct) is { } noMember)
            return noMember;
        foreach (var gone in before.Except(members))
            _ = team.Remove(gone);
        foreach (var member in members)
            team.Add(member);
        db.Record(
            "people.team-changed",
            team.Id.Value,
            actor,
            clock.GetUtcNow().UtcDateTime,
            team,
            about: new
            {
                team = team.Id.Value,
                added = members.Except(before).Select(m => m.Value),
                removed = before.Except(members).Select(m => m.Value),
            }
        );
        return await db.Save(ct) is { } collision ? collision : Done.It;
    }
}
