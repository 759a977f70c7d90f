using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Load;
using Plimsoll.Web.Load.Store;

namespace Plimsoll.Web.Load.Queries;

/// <summary>The strip of figures, from the very cells that are shown: a figure and the rows it is made of cannot disagree.</summary>
internal static class BoardSums
{
    private const int WeeksCounted = 4;

    public static async Task<BoardFigures> Of(
        BoardReading reading,
        IReadOnlyList<RowPerson> people,
        IReadOnlyDictionary<PersonId, BoardCell[]> cells
    )
    {
        var counted = Math.Min(WeeksCounted, reading.View.Weeks);
        int nominal = 0,
            taken = 0,
            overPeople = 0,
            free = 0,
            tentative = 0,
            unstaffed = 0;
        Span<int> over = stackalloc int[WeeksCounted];
        var freeOf = new Dictionary<RoleId, FreeOfRole>();
        var freeOfNone = 0;
        (string? Name, int Week) first = (null, int.MaxValue);
        foreach (var person in people)
        {
            var (isOver, freeHere) = (false, 0);
            for (var w = 0; w < counted; w++)
            {
                ref readonly var cell = ref cells[person.Id][w];
                tentative += cell.Tentative;
                if (person.IsPlaceholder)
                {
                    unstaffed += cell.Booked;
                    if (cell.Booked > 0 && w < first.Week)
                        first = (person.Name, w);
                    continue;
                }
                nominal += cell.Nominal;
                taken += cell.Taken;
                freeHere += cell.Free;
                over[w] += cell.Over;
                isOver |= cell.IsOver;
            }
            overPeople += isOver ? 1 : 0;
            free += freeHere;
            if (person.Role is not { } role)
                freeOfNone += freeHere;
            else
                freeOf[role] = new FreeOfRole(
                    role.Value,
                    person.RoleName,
                    freeHere + (freeOf.GetValueOrDefault(role)?.Minutes ?? 0)
                );
        }
        var (overMinutes, worst) = (0, 0);
        for (var w = 0; w < counted; w++)
        {
            overMinutes += over[w];
            worst = over[w] > over[worst] ? w : worst;
        }
        var overWorst = over[worst];
        var (lapse, lapsing) = await NextLapse(
            reading,
            people.Select(p => p.Id).ToHashSet(),
            counted
        );
        return new BoardFigures(
            reading.View.From,
            counted,
            nominal,
            taken,
            overPeople,
            overMinutes,
            overMinutes > 0 ? reading.View.From.Plus(worst) : null,
            overWorst,
            free,
            [
                .. freeOf
                    .Values.Append(new FreeOfRole(null, null, freeOfNone))
                    .Where(f => f.Minutes > 0)
                    .OrderByDescending(f => f.Minutes)
                    .Take(3),
            ],
            tentative,
            lapse,
            lapsing,
            unstaffed,
            first.Name,
            first.Name is null ? null : reading.View.From.Plus(first.Week)
        );
    }

    /// <summary>The next day on which time that is held here lapses, and how much.</summary>
    private static async Task<(DateOnly?, int)> NextLapse(
        BoardReading reading,
        HashSet<PersonId> shown,
        int counted
    )
    {
        var held = await reading
            .Db.Planned(reading.View.From, counted)
            .Where(t => t.HoldUntil != null)
            .GroupBy(t => new { t.Person, t.HoldUntil })
            .Select(g => new
            {
                g.Key.Person,
                g.Key.HoldUntil,
                Minutes = g.Sum(t => t.Planned),
            })
            .ToListAsync(reading.Ct);
        DateOnly? next = null;
        var minutes = 0;
        foreach (var hold in held)
        {
            if (!shown.Contains(hold.Person) || next < hold.HoldUntil)
                continue;
            minutes = (next == hold.HoldUntil ? minutes : 0) + hold.Minutes;
            next = hold.HoldUntil;
        }
        return (next, minutes);
    }
}
