using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;
using Plimsoll.Web.Clients.Store;
using Plimsoll.Web.Desk.Import;
using Plimsoll.Web.Load.Store;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.SignIn.Store;
using Plimsoll.Web.SignIn.UseCases;
using Plimsoll.Web.Tasks.Store;

namespace Plimsoll.Web.Desk.UseCases;

/// <summary>Fills an empty workspace with an agency that lies in CSV files: all of it, or nothing.</summary>
public sealed class LoadDataset(
    IDbContextFactory<PlimsollDb> store,
    IPasswordHasher<Account> passwords,
    TimeProvider clock
)
{
    // Rows kept in memory at once; a data set may have years of bookings.
    private const int Portion = 5_000;

    public sealed record Command(string Folder, DateOnly? Today = null);

    /// <summary>What came in, and how its owner signs in; no password where the workspace had an owner before.</summary>
    public sealed record Loaded(
        Actor Owner,
        string? Email,
        string? Password,
        int People,
        int Absences,
        int Projects,
        int Bookings,
        int Lapsed,
        int Tasks
    );

    public async Task<Outcome<Loaded>> Run(Command command, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var db = await store.CreateDbContextAsync(ct);
        if (await db.Projects().AnyAsync(ct) || await db.People().CountAsync(ct) > 1)
            return new WorkspaceIsNotEmpty();
        var today = command.Today ?? DateOnly.FromDateTime(now);
        var agency = DatasetAgency.Of(Dataset.Read(command.Folder), today, now);

        await using var whole = await db.Database.BeginTransactionAsync(ct);
        await Save(db, [.. agency.Calendars, .. agency.Roles], ct);
        var opened = await Open(db, agency, ct);
        await Save(db, [.. agency.People, .. agency.Teams], ct);
        await Save(db, opened.Things, ct);
        await Save(db, [.. agency.Clients, .. agency.Projects, .. agency.Absences], ct);
        await Save(db, agency.Bookings, ct);
        await Save(db, agency.Tasks, ct);
        db.NumberTasks(agency.Tasks);
        db.Record("desk.dataset-loaded", opened.Owner.Person.Value, opened.Owner, now);
        await Save(db, [], ct);
        await whole.CommitAsync(ct);
        return new Loaded(
            opened.Owner,
            opened.Email,
            opened.Password,
            agency.People.Count,
            agency.Absences.Count,
            agency.Projects.Count,
            agency.Bookings.Count,
            agency.Lapsed,
            agency.Tasks.Count
        );
    }

    /// <summary>Makes the data set's owner the owner of a workspace, unless somebody has opened it before.</summary>
    private async Task<Opened> Open(PlimsollDb db, DatasetAgency agency, CancellationToken ct)
    {
        var first = await db.People()
            .OrderBy(p => p.Id)
            .Select(p => (PersonId?)p.Id)
            .FirstOrDefaultAsync(ct);
        if (first is { } there)
            return new Opened(new Actor(there, Position.Owner, Door.Import), null, null, []);
        var workspace = Workspace.Open("Data set", "UTC").Value;
        workspace.GiveNewPeople(agency.Calendars.First().Id);
        var account = OpenWorkspace.AccountOf(agency.Owner, language: null);
        var password = RandomNumberGenerator.GetHexString(20, lowercase: true);
        account.PasswordHash = passwords.HashPassword(account, password);
        var owner = new Actor(agency.Owner.Id, Position.Owner, Door.Import);
        return new Opened(owner, account.Email, password, [workspace, account]);
    }

    private sealed record Opened(Actor Owner, string? Email, string? Password, object[] Things);

    private static async Task Save(PlimsollDb db, IEnumerable<object> things, CancellationToken ct)
    {
        foreach (var portion in things.Chunk(Portion))
        {
            db.AddRange(portion);
            _ = await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
        }
        _ = await db.SaveChangesAsync(ct);
    }
}

/// <summary>There are people or projects already; a data set is not mixed into them.</summary>
public sealed record WorkspaceIsNotEmpty() : Refusal("workspace-is-not-empty");
