using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Clients;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Clients.Store;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Clients.UseCases;

/// <summary>How a project comes by its code.</summary>
public static class Codes
{
    /// <summary>
    /// Gives the project the code that was asked for, if no other has it; where none was, it keeps its own, or gets one
    /// made of its name.
    /// </summary>
    public static async Task<Refusal?> NameByCode(
        this PlimsollDb db,
        Project project,
        string? wanted,
        CancellationToken ct
    )
    {
        var read = ProjectCode.Read(wanted);
        if (read.Refusal is { } unread)
            return unread;
        if (read.Value is null && project.Code is not null)
            return null;
        if (read.Value is null)
        {
            var known = await db.Projects()
                .Where(p => p.Code != null)
                .Select(p => p.Code!)
                .ToListAsync(ct);
            var taken = known.ToHashSet(StringComparer.Ordinal);
            return project.ChangeCode(ProjectCode.Of(project.Name, taken.Contains));
        }
        if (await db.Projects().AnyAsync(p => p.Code == read.Value && p.Id != project.Id, ct))
            return new CodeIsTaken(read.Value);
        return project.ChangeCode(read.Value);
    }
}
