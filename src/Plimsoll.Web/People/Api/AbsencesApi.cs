using Microsoft.AspNetCore.Mvc;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;
using Plimsoll.Web.People.Queries;
using Plimsoll.Web.People.UseCases;
using Plimsoll.Web.Platform.Http;
using Plimsoll.Web.Platform.Text;

namespace Plimsoll.Web.People.Api;

/// <summary>Absences, for programs.</summary>
internal static class AbsencesApi
{
    private const string Read = "absences:read";
    private const string Write = "absences:write";

    public static void Map(RouteGroupBuilder api)
    {
        var absences = api.MapGroup("/absences").WithTags("Absences");
        absences
            .MapGet("/", List)
            .Needs(Read)
            .WithName("ListAbsences")
            .WithSummary(
                "Absences of the people the caller may see, by their first day; state is requested, approved, declined or withdrawn, or 'waiting' for those the caller decides."
            )
            .Produces<PageOf<AbsenceWire>>();
        absences
            .MapGet("/{id:guid}", One)
            .Needs(Read)
            .WithName("GetAbsence")
            .WithSummary("One absence.")
            .Produces<AbsenceWire>();
        absences
            .MapGet("/cost", Cost)
            .Needs(Read)
            .WithName("GetAbsenceCost")
            .WithSummary(
                "How much working time days away would take, of the caller or of a person."
            )
            .Produces<AbsenceCostWire>();
        absences
            .MapPost("/", Ask)
            .Needs(Write)
            .WithName("AskAbsence")
            .WithSummary("Asks for time away; for somebody else it is recorded and stands at once.")
            .Produces<AbsenceWire>(StatusCodes.Status201Created);
        absences
            .MapPost("/{id:guid}/approve", Approve)
            .Needs(Write)
            .WithName("ApproveAbsence")
            .WithSummary("Approves an absence that somebody asked for.")
            .Produces<AbsenceWire>();
        absences
            .MapPost("/{id:guid}/decline", Decline)
            .Needs(Write)
            .WithName("DeclineAbsence")
            .WithSummary("Declines an absence that somebody asked for.")
            .Produces<AbsenceWire>();
        absences
            .MapPost("/{id:guid}/withdraw", Withdraw)
            .Needs(Write)
            .WithName("WithdrawAbsence")
            .WithSummary("Takes an absence back, asked for or approved.")
            .Produces<AbsenceWire>();
    }

    private static async Task<IResult> List(
        AbsenceList absences,
        Asking asking,
        [FromQuery] Guid? person,
        [FromQuery] DateOnly? from,
        [FromQuery] DateOnly? to,
        [FromQuery] string? state,
        [FromQuery] string? cursor,
        [FromQuery] int? limit,
        CancellationToken ct
    )
    {
        var waiting = state == "waiting";
        if (state is not null && !waiting && Kebab.Read<AbsenceState>(state) is null)
            return Answer.Problem(new IsNotUnderstood("state"), asking.Phrases);
        var filter = new AbsenceList.Filter(
            person is { } id ? new PersonId(id) : null,
            from,
            to,
            Kebab.Read<AbsenceState>(state),
            waiting,
            cursor,
            limit
        );
        var page = await absences.Ask(filter, asking.Actor, ct);
        return Answer.Page(page, AbsenceWire.Of, asking.Phrases);
    }

    private static Task<IResult> One(
        Guid id,
        AbsenceList absences,
        Asking asking,
        HttpContext http,
        CancellationToken ct
    ) => Show(new(id), absences, asking, http, TypedResults.Ok, ct);

    private static async Task<IResult> Cost(
        [FromQuery] DateOnly from,
        [FromQuery] DateOnly to,
        [FromQuery] bool? halfDay,
        [FromQuery] Guid? person,
        AbsenceCost cost,
        Asking asking,
        CancellationToken ct
    )
    {
        var whose = person is { } id ? new PersonId(id) : asking.Actor.Person;
        return Answer.Of(
            await cost.Ask(whose, new AwayDays(from, to, halfDay ?? false), asking.Actor, ct),
            asking.Phrases,
            minutes => TypedResults.Ok(new AbsenceCostWire(minutes.Value))
        );
    }

    private static async Task<IResult> Ask(
        AbsenceWords words,
        AskAbsence ask,
        AbsenceList absences,
        Asking asking,
        HttpContext http,
        CancellationToken ct
    )
    {
        if (Kebab.Read<AbsenceKind>(words.Kind) is not { } kind)
            return Answer.Problem(new IsNotUnderstood("kind"), asking.Phrases);
        if (words.From is not { } from)
            return Answer.Problem(new IsMissing("from"), asking.Phrases);
        var command = new AskAbsence.Command(
            words.Person is { } person ? new PersonId(person) : null,
            kind,
            from,
            words.To ?? from,
            words.HalfDay,
            words.Note
        );
        if ((await ask.Run(command, asking.Actor, ct)).Refused(out var no, out var id))
            return Answer.Problem(no, asking.Phrases);
        return await Show(
            id,
            absences,
            asking,
            http,
            wire => TypedResults.Created($"/api/v1/absences/{id}", wire),
            ct
        );
    }

    private static Task<IResult> Approve(
        Guid id,
        DecideAbsences decide,
        AbsenceList absences,
        Asking asking,
        HttpContext http,
        CancellationToken ct
    ) =>
        Decide(
            new([new(id)], Approve: true, Seen: ETag.SeenIfAny(http.Request)),
            decide,
            absences,
            asking,
            http,
            ct
        );

    private static Task<IResult> Decline(
        Guid id,
        DeclineWords? words,
        DecideAbsences decide,
        AbsenceList absences,
        Asking asking,
        HttpContext http,
        CancellationToken ct
    ) =>
        Decide(
            new([new(id)], Approve: false, words?.Reason, ETag.SeenIfAny(http.Request)),
            decide,
            absences,
            asking,
            http,
            ct
        );

    private static async Task<IResult> Decide(
        DecideAbsences.Command command,
        DecideAbsences decide,
        AbsenceList absences,
        Asking asking,
        HttpContext http,
        CancellationToken ct
    )
    {
        var done = await decide.Run(command, asking.Actor, ct);
        return done.Refusal is { } no
            ? Answer.Problem(no, asking.Phrases)
            : await Show(command.Absences.Single(), absences, asking, http, TypedResults.Ok, ct);
    }

    private static async Task<IResult> Withdraw(
        Guid id,
        WithdrawAbsence withdraw,
        AbsenceList absences,
        Asking asking,
        HttpContext http,
        CancellationToken ct
    )
    {
        var done = await withdraw.Run(new(id), ETag.SeenIfAny(http.Request), asking.Actor, ct);
        return done.Refusal is { } no
            ? Answer.Problem(no, asking.Phrases)
            : await Show(new(id), absences, asking, http, TypedResults.Ok, ct);
    }

    private static async Task<IResult> Show(
        AbsenceId id,
        AbsenceList absences,
        Asking asking,
        HttpContext http,
        Func<AbsenceWire, IResult> done,
        CancellationToken ct
    ) =>
        Answer.Of(
            await absences.One(id, asking.Actor, ct),
            asking.Phrases,
            row =>
            {
                if (row.Private is { } known)
                    ETag.Write(http, known.Version);
                return done(AbsenceWire.Of(row));
            }
        );
}
