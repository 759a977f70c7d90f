using Microsoft.AspNetCore.Mvc;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Load;
using Plimsoll.Web.Load.Queries;
using Plimsoll.Web.Load.UseCases;
using Plimsoll.Web.Platform.Http;

namespace Plimsoll.Web.Load.Api;

/// <summary>The plan, for the board's own script and for programs.</summary>
internal static class LoadApi
{
    public const string Read = "load:read";
    public const string Write = "load:write";

    public static void Map(RouteGroupBuilder api)
    {
        var load = api.MapGroup("/load").WithTags("Load");
        load.MapGet("/", Weeks)
            .Needs(Read)
            .WithName("GetLoad")
            .WithSummary(
                "Nominal time, time away and planned time of each person and week, in minutes; from this week on unless said otherwise."
            )
            .Produces<LoadWire>();
        load.MapPost("/changes", Change)
            .Needs(Write)
            .WithName("ChangePlan")
            .WithSummary(
                "Changes 1 to 5,000 cells of the plan, all of them or none; taken back by UndoPlan with the batch that it answers."
            )
            .Produces<ChangedWire>();
        load.MapPost("/undo", Undo)
            .Needs(Write)
            .WithName("UndoPlan")
            .WithSummary(
                "Takes back a change of the plan, all of it or nothing: minutes, days, owners and reasons are as they were. Undoing an undo does it again."
            )
            .Produces<ChangedWire>();
        load.MapPost("/staff", Staff)
            .Needs(Write)
            .WithName("StaffDemand")
            .WithSummary("Moves the bookings of a placeholder to a person, from this week on.")
            .Produces<ChangedWire>();
        load.MapGet("/cell", Cell)
            .Needs(Read)
            .WithName("GetPlanCell")
            .WithSummary("One cell: its bookings, the comments on it and the last changes of it.")
            .Produces<CellCardWire>();
    }

    private static async Task<IResult> Weeks(
        LoadOfWeeks load,
        Asking asking,
        [FromQuery] string? from,
        [FromQuery] int? weeks,
        [FromQuery] Guid? team,
        [FromQuery] Guid? role,
        [FromQuery] string? q,
        [FromQuery] string? cursor,
        [FromQuery] int? limit,
        CancellationToken ct
    )
    {
        if (weeks is < 1 or > LoadOfWeeks.WeeksAtMost)
            return Answer.Problem(new IsNotUnderstood("weeks"), asking.Phrases);
        Week? first = null;
        if (from is not null)
        {
            if (!Week.TryParse(from, out var week) || !Era.Holds(week, LoadOfWeeks.WeeksAtMost))
                return Answer.Problem(new IsNotUnderstood("from"), asking.Phrases);
            first = week;
        }
        var filter = new LoadOfWeeks.Filter(
            first,
            weeks ?? 26,
            team is { } t ? new TeamId(t) : null,
            role is { } r ? new RoleId(r) : null,
            q,
            cursor,
            limit
        );
        return Answer.Of(
            await load.Ask(filter, asking.Actor, ct),
            asking.Phrases,
            view => TypedResults.Ok(LoadWire.Of(view))
        );
    }

    private static async Task<IResult> Change(
        ChangesWire words,
        ChangePlan plan,
        PlanAnswer answer,
        Asking asking,
        CancellationToken ct
    )
    {
        if (Wire.Unit(words.Unit) is not { } unit)
            return Answer.Problem(new IsNotUnderstood("unit"), asking.Phrases);
        if (words.Changes is not { Count: > 0 and <= ChangePlan.CellsAtMost } wanted)
            return Answer.Problem(new TooManyCells(ChangePlan.CellsAtMost), asking.Phrases);
        var changes = new List<ChangePlan.Change>(wanted.Count);
        foreach (var change in wanted)
        {
            if (Understood(change).Refused(out var no, out var read))
                return Answer.Problem(no, asking.Phrases);
            changes.Add(read);
        }
        var outcome = await plan.Run(
            new(changes, unit, words.Reason, words.Moves),
            asking.Actor,
            ct
        );
        return await answer.Of(outcome, unit, ct);
    }

    private static async Task<IResult> Undo(
        UndoWire words,
        UndoPlan undo,
        PlanAnswer answer,
        Asking asking,
        CancellationToken ct
    )
    {
        if (Wire.Unit(words.Unit) is not { } unit)
            return Answer.Problem(new IsNotUnderstood("unit"), asking.Phrases);
        return await answer.Of(await undo.Run(words.Batch, asking.Actor, ct), unit, ct);
    }

    private static Outcome<ChangePlan.Change> Understood(ChangeWire? wire)
    {
        if (wire is null)
            return new IsMissing("changes");
        if (!Week.TryParse(wire.Week, out var week))
            return new IsNotUnderstood("week");
        if (wire.Text is null && wire.Set is null)
            return new IsMissing("set");
        var set = PlanCell.Empty;
        if (wire.Set is { } wanted)
        {
            if (wanted.Read() is not { } cell)
                return new IsNotUnderstood("set");
            set = cell;
        }
        PlanCell? was = null;
        if (wire.Was is { } seen)
        {
            if (seen.Read() is not { } cell)
                return new IsNotUnderstood("was");
            was = cell;
        }
        var key = new CellKey(new(wire.Person), new(wire.Project), week);
        return new ChangePlan.Change(
            key,
            wire.Text,
            set,
            was,
            wire.HoldUntil,
            WasHoldUntil: wire.WasHoldUntil
        );
    }

    private static async Task<IResult> Staff(
        StaffWire words,
        StaffDemand staff,
        PlanAnswer answer,
        Asking asking,
        CancellationToken ct
    )
    {
        Week? from = null;
        if (words.From is not null)
        {
            if (!Week.TryParse(words.From, out var week))
                return Answer.Problem(new IsNotUnderstood("from"), asking.Phrases);
            from = week;
        }
        var outcome = await staff.Run(
            new(
                new(words.Placeholder),
                new(words.Person),
                words.Project is { } project ? new ProjectId(project) : null,
                from,
                Reason: words.Reason
            ),
            asking.Actor,
            ct
        );
        return await answer.Of(outcome, PlanUnit.Percent, ct);
    }

    private static async Task<IResult> Cell(
        CellCard card,
        Asking asking,
        [FromQuery] Guid person,
        [FromQuery] Guid project,
        [FromQuery] string? week,
        CancellationToken ct
    )
    {
        if (!Week.TryParse(week, out var of))
            return Answer.Problem(new IsNotUnderstood("week"), asking.Phrases);
        return Answer.Of(
            await card.Ask(new(new(person), new(project), of), asking.Actor, ct),
            asking.Phrases,
            view => TypedResults.Ok(CellCardWire.Of(view))
        );
    }
}

/// <summary>Whom the demand of a placeholder is given to; one project's, or all of it.</summary>
public sealed record StaffWire(
    Guid Placeholder,
    Guid Person,
    Guid? Project = null,
    string? From = null,
    string? Reason = null
);
