using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Load;
using Plimsoll.Web.Load.Queries;
using Plimsoll.Web.Load.UseCases;
using Plimsoll.Web.Platform.Http;

namespace Plimsoll.Web.Load.Api;

/// <summary>What every change of the plan answers: the cells and weeks as they are now, or the cells that were refused.</summary>
internal sealed class PlanAnswer(PersonWeeks weeks, Asking asking)
{
    public async Task<IResult> Of(
        Outcome<ChangePlan.Changed> outcome,
        PlanUnit unit,
        CancellationToken ct
    )
    {
        if (outcome.Refused(out var no, out var changed))
            return Problem(no);
        var touched = changed
            .Cells.Select(c => new WeekOfPerson(c.Key.Person, c.Key.Week))
            .ToHashSet();
        var now = await weeks.Ask(touched, asking.Actor, ct);
        return TypedResults.Ok(ChangedWire.Of(changed, now, unit));
    }

    private IResult Problem(Refusal no)
    {
        var about = no switch
        {
            CellChangedMeanwhile meanwhile => new
            {
                Name = "cells",
                Value = (object)
                    meanwhile
                        .Cells.Select(c => new RefusedCellWire(
                            c.Key.Person.Value,
                            c.Key.Project.Value,
                            c.Key.Week.ToString(),
                            CellWire.Of(c.Now),
                            c.HoldUntil
                        ))
                        .ToList(),
            },
            CellsRefused refused => new
            {
                Name = "cells",
                Value = (object)
                    refused
                        .Cells.Select(k => new RefusedCellWire(
                            k.Person.Value,
                            k.Project.Value,
                            k.Week.ToString()
                        ))
                        .ToList(),
            },
            OverTheLineNeedsReason over => new
            {
                Name = "weeks",
                Value = (object)
                    over
                        .Weeks.Select(w => new OverWeekWire(w.Person.Value, w.Week.ToString()))
                        .ToList(),
            },
            _ => null,
        };
        return about is null
            ? Answer.Problem(no, asking.Phrases)
            : Answer.Problem(no, asking.Phrases, (about.Name, about.Value));
    }
}

/// <param name="Now">What the cell holds, where somebody else was first.</param>
public sealed record RefusedCellWire(
    Guid Person,
    Guid Project,
    string Week,
    CellWire? Now = null,
    DateOnly? HoldUntil = null
);

public sealed record OverWeekWire(Guid Person, string Week);
