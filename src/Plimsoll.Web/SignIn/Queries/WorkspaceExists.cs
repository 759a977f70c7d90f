using Microsoft.EntityFrameworkCore;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.SignIn.Store;

namespace Plimsoll.Web.SignIn.Queries;

/// <summary>Whether the workspace has been opened. Once it has, it stays so, and nobody asks the database again.</summary>
public sealed class WorkspaceExists(
    IDbContextFactory<PlimsollDb> store,
    WorkspaceExists.Memory memory
)
{
    public async Task<bool> Ask(CancellationToken ct)
    {
        if (memory.Opened)
            return true;
        await using var db = await store.CreateDbContextAsync(ct);
        return memory.Opened = await db.Accounts().AnyAsync(ct);
    }

    public sealed class Memory
    {
        public bool Opened { get; set; }
    }
}
