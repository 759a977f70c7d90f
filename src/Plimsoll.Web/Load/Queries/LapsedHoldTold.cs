using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Load.Queries;

/// <summary>
/// A lapsed hold as its reader may see it at the moment of reading (PRODUCT 9.4): her rights may have changed since it was
/// hers. Whom or what she may not see any more has no name; what could use the time is left out then.
/// </summary>
public sealed record LapsedHoldTold(
    LapsedHoldTold.Words Sentence,
    IReadOnlyList<LapsedHoldTold.Use> Uses
)
{
    /// <summary>The words of the sentence.</summary>
    /// <param name="Person">Missing when she is not the reader's to see.</param>
    /// <param name="Project">Missing when it is other work to the reader.</param>
    public sealed record Words(
        Guid? PersonId,
        Guid? ProjectId,
        string? Person,
        string? Project,
        string Week,
        DateOnly Monday,
        DateOnly Until,
        int Minutes
    );

    /// <param name="Who">The placeholder whose demand it is; none for internal work.</param>
    /// <param name="Minutes">What is asked for; none for internal work.</param>
    public sealed record Use(string? Who, string Project, int? Minutes);

    public string Link =>
        $"/load?from={Sentence.Week}{(Sentence.PersonId is { } person ? $"&open={person}" : "")}";

    /// <summary>One for each, in their order.</summary>
    internal static async Task<IReadOnlyList<LapsedHoldTold>> Of(
        PlimsollDb db,
        IReadOnlyList<LapsedHold> holds,
        Actor reader,
        CancellationToken ct
    )
    {
        if (holds.Count == 0)
            return [];
        var projects = await Projects(db, holds, reader, ct);
        var people = await People(db, holds, reader, ct);
        return
        [
            .. holds.Select(h =>
            {
                var (time, project) = (h.Sentence, projects.GetValueOrDefault(h.Sentence.Project));
                var person =
                    people.Seen.GetValueOrDefault(time.Person)
                    ?? people.Held.GetValueOrDefault((time.Person, time.Project));
                return new LapsedHoldTold(
                    new(
                        person is null ? null : time.Person,
                        project is null ? null : time.Project,
                        person,
                        project,
                        time.Week,
                        time.Monday,
                        time.Until,
                        time.Minutes
                    ),
                    [
                        .. from use in h.Lines
                        let who = use.Who is { } id ? people.Seen.GetValueOrDefault(id) : null
                        let work = projects.GetValueOrDefault(use.Project)
                        where work is not null && use.Who is null == who is null
                        select new Use(who, work, use.Minutes),
                    ]
                );
            }),
        ];
    }

    private static async Task<Dictionary<Guid, string>> Projects(
        PlimsollDb db,
        IReadOnlyList<LapsedHold> holds,
        Actor reader,
        CancellationToken ct
    )
    {
        var ids = holds
            .SelectMany(h => h.Lines.Select(l => l.Project).Append(h.Sentence.Project))
            .Distinct()
            .Select(id => new ProjectId(id))
            .ToArray();
        return await db.ProjectsNamedTo(reader)
            .Where(p => ids.Contains(p.Id))
            .Select(p => new { p.Id, p.Name })
            .ToDictionaryAsync(p => p.Id.Value, p => p.Name, ct);
    }

    /// <summary>
    /// Those whom she sees; and those who were held on a project that she answers for still, as if the hold stood: it was
    /// by it that she saw them.
    /// </summary>
    private static async Task<(
        Dictionary<Guid, string> Seen,
        Dictionary<(Guid, Guid), string> Held
    )> People(PlimsollDb db, IReadOnlyList<LapsedHold> holds, Actor reader, CancellationToken ct)
    {
        var ids = holds
            .SelectMany(h => h.Lines.Select(l => l.Who ?? default).Append(h.Sentence.Person))
            .Distinct()
            .Select(id => new PersonId(id))
            .ToArray();
        var seen = await db.PlanVisibleTo(reader)
            .Where(p => ids.Contains(p.Id))
            .Select(p => new { p.Id, p.Name })
            .ToDictionaryAsync(p => p.Id.Value, p => p.Name, ct);
        if (reader.ReachOf(Right.PlanOwnTeam) is not Reach.Own)
            return (seen, []);
        var own = await db.ProjectsAnsweredFor(reader.Person).Select(p => p.Id).ToListAsync(ct);
        var held = holds
            .Select(h => (h.Sentence.Person, h.Sentence.Project))
            .Where(h => own.Contains(new ProjectId(h.Project)))
            .ToHashSet();
        var heldIds = held.Select(h => new PersonId(h.Person)).ToArray();
        var names = await db.People()
            .Where(p => heldIds.Contains(p.Id))
            .Select(p => new { p.Id, p.Name })
            .ToDictionaryAsync(p => p.Id.Value, p => p.Name, ct);
        return (
            seen,
            held.Where(h => names.ContainsKey(h.Person)).ToDictionary(h => h, h => names[h.Person])
        );
    }
}
