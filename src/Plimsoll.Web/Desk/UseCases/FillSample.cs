using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Desk.Sample;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.SignIn.Store;
using Plimsoll.Web.SignIn.UseCases;
using Plimsoll.Web.Tasks.Store;

namespace Plimsoll.Web.Desk.UseCases;

/// <summary>Fills an empty workspace with the sample agency; one that is open is left as it is.</summary>
public sealed class FillSample(
    IDbContextFactory<PlimsollDb> store,
    IPasswordHasher<Account> passwords,
    TimeProvider clock
)
{
    /// <summary>How one signs in to the sample agency.</summary>
    public sealed record Visitor(string Email, Position Position);

    /// <summary>Answers with whom one can sign in, or nobody when the workspace is another agency's.</summary>
    public async Task<IReadOnlyList<Visitor>> Run(CancellationToken ct)
    {
        await using var db = await store.CreateDbContextAsync(ct);
        if (!await db.Workspaces().AnyAsync(ct) && await Fill(db, ct) is not null)
            return [];
        var owner = SamplePeople.All[0].Email;
        return await db.Accounts().AnyAsync(a => a.Email == owner, ct)
            ? [.. Visitors.Select(v => new Visitor(v.Email, v.Position))]
            : [];
    }

    private static IEnumerable<SamplePeople.Colleague> Visitors =>
        SamplePeople.All.Where(c => c.Language is not null);

    private async Task<Refusal?> Fill(PlimsollDb db, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var agency = new SampleAgency(DateOnly.FromDateTime(now), now);
        db.AddRange(agency.Calendars);
        db.AddRange(agency.Roles);
        _ = db.Add(agency.Workspace);
        db.AddRange(agency.People.Values);
        db.AddRange(agency.Teams);
        db.AddRange(agency.Clients);
        db.AddRange(agency.Projects.Values);
        db.AddRange(agency.Absences);
        db.AddRange(agency.Bookings);
        db.AddRange(agency.Comments);
        db.AddRange(agency.Tasks);
        db.NumberTasks(agency.Tasks);
        db.AddRange(agency.Said);
        db.AddRange(agency.Reactions);
        foreach (var visitor in Visitors)
            _ = db.Add(AccountOf(visitor, agency));
        var owner = new Actor(agency.People["katharina"].Id, Position.Owner, Door.Import);
        db.Record("people.workspace-opened", owner.Person.Value, owner, now);
        db.Record("desk.sample-filled", owner.Person.Value, owner, now);
        return await db.Save(ct);
    }

    private Account AccountOf(SamplePeople.Colleague visitor, SampleAgency agency)
    {
        var account = OpenWorkspace.AccountOf(agency.People[visitor.Key], visitor.Language);
        account.PasswordHash = passwords.HashPassword(account, SamplePeople.Password);
        account.TimeZone = agency.Workspace.TimeZone;
        return account;
    }
}
