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

    private static async Task<IResult> Confirm(
        Guid id,
        ConfirmWire? words,
        ConfirmHold confirm,
        PlanAnswer answer,
        Asking asking,
        CancellationToken ct
    ) =>
        await answer.Of(
            await confirm.Run(new(new(id), words?.Reason), asking.Actor, ct),
            PlanUnit.Percent,
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
            : await answer.Of(
                await extend.Run(new(new(id), until), asking.Actor, ct),
                PlanUnit.Percent,
                ct
            );

    private static async Task<IResult> Release(
        Guid id,
        ReleaseHold release,
        PlanAnswer answer,
        Asking asking,
        CancellationToken ct
    ) => await answer.Of(await release.Run(new(id), asking.Actor, ct), PlanUnit.Percent, ct);

    private static async Task<IResult> HandOver(
        Guid id,
        HandOverWire words,
        HandOverHold handOver,
        PlanAnswer answer,
        Asking asking,
        CancellationToken ct
    ) =>
        await answer.Of(
            await handOver.Run(new(new(id), new(words.Project)), asking.Actor, ct),
            PlanUnit.Percent,
            ct
        );
}

/// <param name="Reason">Why the week may be over the line with it.</param>
public sealed record ConfirmWire(string? Reason);

public sealed record ExtendWire(DateOnly? Until);

public sealed record HandOverWire(Guid Project);
