using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.People.UseCases;

/// <summary>People who are planned together (PRODUCT 1).</summary>
public sealed class AddTeam(IDbContextFactory<PlimsollDb> store, TimeProvider clock)
{
    public sealed record Command(
        string? Name,
        PersonId? Lead = null,
        IReadOnlyCollection<PersonId>? Members = null
    );

    public async Task<Outcome<TeamId>> Run(Command command, Actor actor, CancellationToken ct)
    {
        if (!actor.May(Right.ManagePeople))
            return new NotAllowed();
        if (Team.New(command.Name, command.Lead).Refused(out var no, out var team))
            return no;
        await using var db = await store.CreateDbContextAsync(ct);
        if (await Names.OfTeamIsFree(db, team, ct) is { } taken)
            return taken;
        if (command.Lead is { } lead && await Known.People(db, [lead], "lead", ct) is { } noLead)
            return noLead;
        var members = command.Members ?? [];
        if (await Known.People(db, members, "members", ct) is { } noMember)
            return noMember;
        foreach (var member in members)
            team.Add(member);
        _ = db.Add(team);
        db.Record(
            "people.team-added",
            team.Id.Value,
            actor,
            clock.GetUtcNow().UtcDateTime,
            team,
            about: new { team = team.Id.Value, people = members.Select(m => m.Value) }
        );
        return await db.Save(ct) is { } collision ? collision : team.Id;
    }
}
