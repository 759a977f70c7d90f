using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Load;
using Plimsoll.Web.Load.UseCases;
using Plimsoll.Web.Platform.Http;

namespace Plimsoll.Web.Load.Api;

/// <summary>Held time: settle it, let it stand longer, give it back, hand it on.</summary>
internal static class HoldsApi
{
    public static void Map(RouteGroupBuilder api)
    {
        var holds = api.MapGroup("/load/holds/{id:guid}").WithTags("Load");
        holds
            .MapPost("/confirm", Confirm)
            .Needs(LoadApi.Write)
            .WithName("ConfirmHold")
            .WithSummary("Makes held time settled time.")
            .Produces<ChangedWire>();
        holds
            .MapPost("/extend", Extend)
            .Needs(LoadApi.Write)
            .WithName("ExtendHold")
            .WithSummary("Lets held time stand until another day, within its week.")
            .Produces<ChangedWire>();
        holds
            .MapPost("/release", Release)
            .Needs(LoadApi.Write)
            .WithName("ReleaseHold")
            .WithSummary("Gives held time back.")
            .Produces<ChangedWire>();
        holds
            .MapPost("/hand-over", HandOver)
            .Needs(LoadApi.Write)
            .WithName("HandOverHold")
            .WithSummary("Gives held time to another project of the same person and week.")
            .Produces<ChangedWire>();
    }

    private static Task<IResult> Confirm(
        Guid id,
        ConfirmWire words,
        ConfirmHold confirm,
        PlanAnswer answer,
        Asking asking,
        CancellationToken ct
    ) =>
        Decide(
            words.Was,
            seen => confirm.Run(new(new(id), seen, words.Reason), asking.Actor, ct),
            answer,
            asking,
            ct
        );

    private static async Task<IResult> Extend(
        Guid id,
        ExtendWire words,
        ExtendHold extend,
        PlanAnswer answer,
        Asking asking,
        CancellationToken ct
    ) =>
        words.Until is not { } until
            ? Answer.Problem(new IsMissing("until"), asking.Phrases)
            : await Decide(
                words.Was,
                seen => extend.Run(new(new(id), seen, until), asking.Actor, ct),
                answer,
                asking,
                ct
            );

    private static Task<IResult> Release(
        Guid id,
        ReleaseWire words,
        ReleaseHold release,
        PlanAnswer answer,
        Asking asking,
        CancellationToken ct
    ) =>
        Decide(
            words.Was,
            seen => release.Run(new(new(id), seen), asking.Actor, ct),
            answer,
            asking,
            ct
        );

    private static Task<IResult> HandOver(
        Guid id,
        HandOverWire words,
        HandOverHold handOver,
        PlanAnswer answer,
        Asking asking,
        CancellationToken ct
    ) =>
        Decide(
            words.Was,
            seen => handOver.Run(new(new(id), seen, new(words.Project)), asking.Actor, ct),
            answer,
            asking,
            ct
        );

    /// <summary>Nobody decides about a hold that she has not looked at.</summary>
    private static async Task<IResult> Decide(
        HoldWire? was,
        Func<SeenHold, Task<Outcome<ChangePlan.Changed>>> decide,
        PlanAnswer answer,
        Asking asking,
        CancellationToken ct
    ) =>
        was is not { Minutes: { } minutes and > 0, HoldUntil: { } until }
            ? Answer.Problem(new IsMissing("was"), asking.Phrases)
            : await answer.Of(await decide(new(new(minutes), until)), PlanUnit.Percent, ct);
}

/// <summary>A hold as the caller has seen it; refused when it is another by now.</summary>
public sealed record HoldWire(int? Minutes, DateOnly? HoldUntil);

/// <param name="Reason">Why the week may be over the line with it.</param>
public sealed record ConfirmWire(HoldWire? Was, string? Reason = null);

public sealed record ExtendWire(HoldWire? Was, DateOnly? Until);

public sealed record ReleaseWire(HoldWire? Was);

public sealed record HandOverWire(HoldWire? Was, Guid Project);
