using Plimsoll.Domain.Kernel;
using Plimsoll.Web.People.Queries;
using Plimsoll.Web.People.UseCases;
using Plimsoll.Web.Platform.Http;

namespace Plimsoll.Web.People.Api;

/// <summary>The work patterns of a person, for programs.</summary>
internal static class WorkPatternsApi
{
    public static void Map(RouteGroupBuilder api)
    {
        var patterns = api.MapGroup("/people/{id:guid}/patterns").WithTags("People");
        patterns
            .MapPut("/{from}", SetPattern)
            .Needs(PeopleApi.Write)
            .WithName("SetWorkPattern")
            .WithSummary(
                "Sets the work pattern from a day on; 'start' is the one in force all along."
            )
            .Produces<PersonWire>();
        patterns
            .MapDelete("/{from}", RemovePattern)
            .Needs(PeopleApi.Write)
            .WithName("RemoveWorkPattern")
            .WithSummary("Takes a work pattern back; the one before it holds again.")
            .Produces<PersonWire>();
    }

    private static async Task<IResult> SetPattern(
        Guid id,
        string from,
        PatternWords words,
        SetWorkPattern set,
        PersonCard people,
        Asking asking,
        HttpContext http,
        CancellationToken ct
    )
    {
        if (ETag.Seen(http.Request).Refused(out var unseen, out var version))
            return Answer.Problem(unseen, asking.Phrases);
        if (Day(from).Refused(out var noDay, out var day))
            return Answer.Problem(noDay, asking.Phrases);
        var done = await set.Run(new(new(id), version, day, words.Days ?? []), asking.Actor, ct);
        return done.Refusal is { } no
            ? Answer.Problem(no, asking.Phrases)
            : await PeopleApi.One(id, people, asking, http, ct);
    }

    private static async Task<IResult> RemovePattern(
        Guid id,
        string from,
        RemoveWorkPattern remove,
        PersonCard people,
        Asking asking,
        HttpContext http,
        CancellationToken ct
    )
    {
        if (ETag.Seen(http.Request).Refused(out var unseen, out var version))
            return Answer.Problem(unseen, asking.Phrases);
        if (Day(from).Refused(out var noDay, out var day))
            return Answer.Problem(noDay, asking.Phrases);
        var done = await remove.Run(new(id), day, version, asking.Actor, ct);
        return done.Refusal is { } no
            ? Answer.Problem(no, asking.Phrases)
            : await PeopleApi.One(id, people, asking, http, ct);
    }

    private static Outcome<DateOnly> Day(string text) =>
        text == "start" ? Era.First
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", out var day) ? day
        : new IsNotUnderstood("from");
}
