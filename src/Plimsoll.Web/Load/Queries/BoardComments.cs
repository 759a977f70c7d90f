using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Load.Store;

namespace Plimsoll.Web.Load.Queries;

/// <summary>Which of the cells shown somebody has said something of; of projects that the reader may see by name.</summary>
internal static class BoardComments
{
    public readonly record struct Said(PersonId Person, ProjectId? Project, Week Week);

    public static async Task<List<Said>> Of(BoardReading reading)
    {
        var (first, last) = (reading.View.From, reading.View.Last);
        var said = await reading
            .Db.CellComments()
            .Where(c => c.Week >= first && c.Week <= last)
            .Select(c => new Said(c.Person, c.Project, c.Week))
            .ToListAsync(reading.Ct);
        _ = said.RemoveAll(s =>
            !reading.Scope.Sees(s.Person) || s.Project is { } p && !reading.Scope.Names(p)
        );
        return said;
    }
}
