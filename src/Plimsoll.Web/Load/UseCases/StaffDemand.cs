using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Load;
using Plimsoll.Domain.People;
using Plimsoll.Web.Load.Queries;
using Plimsoll.Web.Load.Store;
using Plimsoll.Web.People.Queries;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Load.UseCases;

/// <summary>
/// Gives the demand booked on a placeholder to a person (PRODUCT 2): its bookings move, and meet what she has on the same
/// project in the same week. What lies before this week stays where it was.
/// </summary>
public sealed class StaffDemand(IDbContextFactory<PlimsollDb> store, ChangePlan plan, AgencyDay day)
{
    /// <param name="Project">One project's demand only.</param>
    public sealed record Command(
        PersonId Placeholder,
        PersonId Person,
        ProjectId? Project = null,
        Week? From = null,
        Week? Last = null,
        string? Reason = null
    );

    public async Task<Outcome<ChangePlan.Changed>> Run(
        Command command,
        Actor actor,
        CancellationToken ct
    )
    {
        var from = command.From ?? Week.Of(await day.Today(ct));
        if (!Era.Holds(from))
            return new IsNotUnderstood("from");
        await using var db = await store.CreateDbContextAsync(ct);
        var (placeholder, person) = (command.Placeholder, command.Person);
        var kinds = await db.PlanVisibleTo(actor)
            .Where(p => p.Id == placeholder || p.Id == person)
            .ToDictionaryAsync(p => p.Id, p => p.Kind, ct);
        if (!kinds.TryGetValue(placeholder, out var kind) || !kinds.ContainsKey(person))
            return new NotThere();
        if (kind is not PersonKind.Placeholder || person == placeholder)
            return new IsNotUnderstood("placeholder");
        var named = db.ProjectsNamedTo(actor).Select(p => p.Id);
        var last = command.Last ?? from.Plus(520);
        var bookings = await db.Bookings()
            .AsNoTracking()
            .Where(b => b.Person == placeholder || b.Person == person)
            .Where(b => b.Week >= from && b.Week <= last && named.Contains(b.Project))
            .Where(b => command.Project == null || b.Project == command.Project)
            .ToListAsync(ct);
        var changes = Moves(bookings, placeholder, person);
        if (changes.Count == 0)
            return new NothingToStaff();
        return await plan.Run(new(changes, Reason: command.Reason, Moves: true), actor, ct);
    }

    private static List<ChangePlan.Change> Moves(
        List<Booking> bookings,
        PersonId placeholder,
        PersonId person
    )
    {
        var changes = new List<ChangePlan.Change>();
        foreach (var cell in bookings.GroupBy(b => (b.Project, b.Week)))
        {
            var demand = Cell(cell.Where(b => b.Person == placeholder));
            if (demand.IsEmpty)
                continue;
            var hers = Cell(cell.Where(b => b.Person == person));
            var held = cell.FirstOrDefault(b => b.IsTentative && b.Person == person);
            var asked = cell.FirstOrDefault(b => b.IsTentative && b.Person == placeholder);
            var (project, week) = cell.Key;
            changes.Add(new(new(placeholder, project, week), null, PlanCell.Empty, demand));
            changes.Add(
                new(
                    new(person, project, week),
                    null,
                    new(hers.Confirmed + demand.Confirmed, hers.Tentative + demand.Tentative),
                    hers,
                    held is null ? asked?.HoldUntil : null,
                    cell.First(b => b.Person == placeholder).Owner
                )
            );
        }
        return changes;
    }

    private static PlanCell Cell(IEnumerable<Booking> bookings)
    {
        var cell = PlanCell.Empty;
        foreach (var booking in bookings)
            cell = booking.IsTentative
                ? cell with
                {
                    Tentative = booking.Planned,
                }
                : cell with
                {
                    Confirmed = booking.Planned,
                };
        return cell;
    }
}

/// <summary>Nothing is booked on the placeholder from that week on.</summary>
public sealed record NothingToStaff() : Refusal("nothing-to-staff");
