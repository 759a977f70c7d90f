using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Clients.Store;
using Plimsoll.Web.Load.Store;
using Plimsoll.Web.People.Queries;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Load.Queries;

/// <summary>
/// The board with every row opened, and with what is only looked up on screen: the clients of its projects and the words
/// of its comments. What an export is made of; the figures are those of <see cref="LoadBoard"/> itself.
/// </summary>
public sealed class WholeBoard(IDbContextFactory<PlimsollDb> store, LoadBoard load)
{
    /// <param name="Clients">The client of each project that has one.</param>
    /// <param name="Nominal">The nominal minutes of each person's weeks, where the rows are projects.</param>
    /// <param name="Comments">By person, project and week; those on a person's week as a whole have no project.</param>
    public sealed record View(
        Board Board,
        IReadOnlyDictionary<Guid, string> Clients,
        IReadOnlyDictionary<Guid, int[]> Nominal,
        IReadOnlyDictionary<(Guid Person, Guid? Project, Week Week), string> Comments
    );

    public async Task<View> Ask(BoardView view, Actor actor, CancellationToken ct)
    {
        var closed = await load.Ask(view with { Open = [] }, actor, ct);
        var board = await load.Ask(
            view with
            {
                Open = [.. closed.Rows.Select(r => r.Id)],
            },
            actor,
            ct
        );
        await using var db = await store.CreateDbContextAsync(ct);
        var clients = await db.ProjectsNamedTo(actor)
            .Join(db.Clients(), p => p.Client, c => c.Id, (p, c) => new { p.Id, c.Name })
            .ToDictionaryAsync(p => p.Id.Value, p => p.Name, ct);
        var nominal = view.Rows is BoardRows.People ? [] : await NominalOf(db, board, ct);
        return new View(board, clients, nominal, await Comments(db, view, actor, ct));
    }

    private static async Task<Dictionary<Guid, int[]>> NominalOf(
        PlimsollDb db,
        Board board,
        CancellationToken ct
    )
    {
        var people = board
            .Rows.SelectMany(r => r.Lines ?? [])
            .Select(l => new PersonId(l.Id))
            .Distinct()
            .ToArray();
        var times = await NominalWeeks.Of(db, people, board.View.From, board.Weeks.Count, ct);
        return times.ToDictionary(
            t => t.Key.Value,
            t => Array.ConvertAll(t.Value, week => week.Nominal.Value)
        );
    }

    private static async Task<IReadOnlyDictionary<(Guid, Guid?, Week), string>> Comments(
        PlimsollDb db,
        BoardView view,
        Actor actor,
        CancellationToken ct
    )
    {
        var scope = await PlanScope.Of(db, actor, ct);
        var (first, last) = (view.From, view.Last);
        var said = await db.CellComments()
            .AsNoTracking()
            .Where(c => c.Week >= first && c.Week <= last)
            .OrderBy(c => c.At)
            .ThenBy(c => c.Id)
            .ToListAsync(ct);
        return said.Where(c => scope.Sees(c.Person) && (c.Project is not { } p || scope.Names(p)))
            .GroupBy(c => (c.Person.Value, c.Project?.Value, c.Week))
            .ToDictionary(g => g.Key, g => string.Join("\n\n", g.Select(c => c.Text)));
    }
}
