using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.SignIn.Store;

namespace Plimsoll.Web.SignIn.UseCases;

/// <summary>The first run: names the agency and makes its owner (PRODUCT 1, 8). Possible once.</summary>
public sealed class OpenWorkspace(
    IDbContextFactory<PlimsollDb> store,
    OwnPassword password,
    TimeProvider clock
)
{
    public sealed record Command(
        string? Agency,
        string? Name,
        string? Email,
        string? Password,
        string TimeZone = "UTC",
        string? Language = null
    );

    public async Task<Outcome<Account>> Run(Command command, Door door, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var db = await store.CreateDbContextAsync(ct);
        if (await db.Workspaces().AnyAsync(ct))
            return new WorkspaceIsOpen();
        if (
            Workspace
                .Open(command.Agency, command.TimeZone)
                .Refused(out var noWorkspace, out var workspace)
        )
            return noWorkspace is IsMissing ? new IsMissing("agency") : noWorkspace;
        if (string.IsNullOrWhiteSpace(command.Email))
            return new IsMissing("email");
        var pattern = WorkPattern.FullTime(Era.First);
        if (
            Person
                .Hire(command.Name, command.Email, PersonKind.Employee, Position.Owner, pattern)
                .Refused(out var no, out var owner)
        )
            return no;
        var account = AccountOf(owner, command.Language);
        if (password.Set(account, command.Password) is { } unfit)
            return unfit;
        _ = db.Add(workspace);
        _ = db.Add(owner);
        _ = db.Add(account);
        var actor = new Actor(owner.Id, Position.Owner, door);
        db.Record("people.workspace-opened", owner.Id.Value, actor, now);
        return await db.Save(ct) is null ? account : new WorkspaceIsOpen();
    }

    internal static Account AccountOf(Person person, string? language)
    {
        var account = new Account
        {
            Person = person.Id,
            EmailConfirmed = true,
            LockoutEnabled = true,
            SecurityStamp = Guid.CreateVersion7().ToString("N"),
            Language = language,
        };
        account.SignInWith(person.Email!);
        return account;
    }
}

/// <summary>The workspace has its owner already; she invites the others.</summary>
public sealed record WorkspaceIsOpen() : Refusal("workspace-is-open");
