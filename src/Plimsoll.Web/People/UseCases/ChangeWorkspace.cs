using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.People.UseCases;

/// <summary>The agency's name, its time zone, and the calendar that new people get (PRODUCT 1).</summary>
public sealed class ChangeWorkspace(IDbContextFactory<PlimsollDb> store, TimeProvider clock)
{
    public sealed record Command(
        SeenVersion Seen,
        string? Name,
        string? TimeZone,
        HolidayCalendarId? Calendar
    );

    public async Task<Outcome<Done>> Run(Command command, Actor actor, CancellationToken ct)
    {
        if (!actor.May(Right.Settings))
            return new NotAllowed();
        await using var db = await store.CreateDbContextAsync(ct);
        var workspace = await db.Workspaces().SingleAsync(ct);
        if (command.Seen.IsNot(workspace.Version))
            return new ChangedMeanwhile();
        if (workspace.Describe(command.Name, command.TimeZone ?? "") is { } no)
            return no;
        if (await Known.Calendar(db, command.Calendar, ct) is { } noCalendar)
            return noCalendar;
        workspace.GiveNewPeople(command.Calendar);
        db.Record(
            "people.workspace-changed",
            actor.Person.Value,
            actor,
            clock.GetUtcNow().UtcDateTime,
            workspace
        );
        return await db.Save(ct) is { } collision ? collision : Done.It;
    }
}
