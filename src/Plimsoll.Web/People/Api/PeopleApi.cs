using Microsoft.AspNetCore.Mvc;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;
using Plimsoll.Web.People.Queries;
using Plimsoll.Web.People.UseCases;
using Plimsoll.Web.Platform.Http;
using Plimsoll.Web.Platform.Text;

namespace Plimsoll.Web.People.Api;

/// <summary>People, for programs.</summary>
internal static class PeopleApi
{
    public const string Read = "people:read";
    public const string Write = "people:write";

    // Whoever receives a person's letters can get in as her.
    private const string Invite = "people:invite";

    public static void Map(RouteGroupBuilder api)
    {
        var people = api.MapGroup("/people").WithTags("People");
        people
            .MapGet("/", List)
            .Needs(Read)
            .WithName("ListPeople")
            .WithSummary(
                "The people the caller may see; sort is name, role, team or hours, with - before it from the end."
            )
            .Produces<PageOf<PersonRowWire>>();
        people
            .MapGet("/{id:guid}", One)
            .Needs(Read)
            .WithName("GetPerson")
            .WithSummary("One person, with her work patterns.")
            .Produces<PersonWire>();
        people
            .MapPost("/", Hire)
            .Needs(Write)
            .WithName("AddPerson")
            .WithSummary("Adds an employee, a freelancer or a placeholder.")
            .Produces<PersonWire>(StatusCodes.Status201Created);
        people
            .MapPut("/{id:guid}", Change)
            .Needs(Write)
            .WithName("ChangePerson")
            .WithSummary(
                "Changes what is known of a person; her teams stay when left out. Another address also needs the scope people:invite."
            )
            .Produces<PersonWire>();
        people
            .MapPost("/{id:guid}/archive", Archive)
            .Needs(Write)
            .WithName("ArchivePerson")
            .WithSummary("Puts a person away; her history stays.")
            .Produces<PersonWire>();
        people
            .MapPost("/{id:guid}/restore", Restore)
            .Needs(Write)
            .WithName("RestorePerson")
            .WithSummary("Takes a person out of the archive.")
            .Produces<PersonWire>();
        people
            .MapDelete("/{id:guid}", Delete)
            .Needs(Write)
            .WithName("DeletePerson")
            .WithSummary("Deletes a person on whom nothing depends.")
            .Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> List(
        PersonList people,
        Asking asking,
        [FromQuery] string? q,
        [FromQuery] Guid? team,
        [FromQuery] Guid? role,
        [FromQuery] string? kind,
        [FromQuery] bool? archived,
        [FromQuery] string? sort,
        [FromQuery] string? cursor,
        [FromQuery] int? limit,
        CancellationToken ct
    )
    {
        var filter = new PersonList.Filter(
            q,
            team is { } t ? new TeamId(t) : null,
            role is { } r ? new RoleId(r) : null,
            Kebab.Read<PersonKind>(kind),
            archived ?? false,
            sort,
            cursor,
            limit
        );
        var page = await people.Ask(filter, asking.Actor, asking.Phrases.Culture, ct);
        return Answer.Page(page, PersonRowWire.Of, asking.Phrases);
    }

    internal static async Task<IResult> One(
        Guid id,
        PersonCard people,
        Asking asking,
        HttpContext http,
        CancellationToken ct
    ) =>
        Answer.Of(
            await people.Ask(new(id), asking.Actor, ct),
            asking.Phrases,
            view =>
            {
                ETag.Write(http, view.Version);
                return TypedResults.Ok(PersonWire.Of(view));
            }
        );

    private static async Task<IResult> Hire(
        PersonWords words,
        HirePerson hire,
        PersonCard people,
        Asking asking,
        HttpContext http,
        CancellationToken ct
    )
    {
        var kind = Kind(words.Kind);
        if (kind.Refusal is { } noKind)
            return Answer.Problem(noKind, asking.Phrases);
        var position = PositionOf(words.Position);
        if (position.Refusal is { } noPosition)
            return Answer.Problem(noPosition, asking.Phrases);
        var command = new HirePerson.Command(
            words.Name,
            kind.Value ?? PersonKind.Employee,
            words.Email,
            position.Value ?? Position.TeamMember,
            words.Role is { } role ? new RoleId(role) : null,
            words.Calendar is { } calendar ? new HolidayCalendarId(calendar) : null,
            UsualCalendar: words.Calendar is null,
            words.Colour,
            words.Joined,
            words.LastDay,
            words.Days,
            words.Teams?.Select(t => new TeamId(t)).ToList()
        );
        if ((await hire.Run(command, asking.Actor, ct)).Refused(out var no, out var id))
            return Answer.Problem(no, asking.Phrases);
        return Answer.Of(
            await people.Ask(id, asking.Actor, ct),
            asking.Phrases,
            view =>
            {
                ETag.Write(http, view.Version);
                return TypedResults.Created($"/api/v1/people/{id}", PersonWire.Of(view));
            }
        );
    }

    private static async Task<IResult> Change(
        Guid id,
        PersonWords words,
        ChangePerson change,
        PersonCard people,
        Asking asking,
        HttpContext http,
        CancellationToken ct
    )
    {
        if (ETag.Seen(http.Request).Refused(out var unseen, out var version))
            return Answer.Problem(unseen, asking.Phrases);
        var kind = Kind(words.Kind);
        if (kind.Refusal is { } noKind)
            return Answer.Problem(noKind, asking.Phrases);
        var position = PositionOf(words.Position);
        if (position.Refusal is { } noPosition)
            return Answer.Problem(noPosition, asking.Phrases);
        if (!asking.MayUse(Invite) && await HasOtherAddress(people, new(id), words, asking, ct))
            return Answer.Problem(new TokenLacksScope(Invite), asking.Phrases);
        var command = new ChangePerson.Command(
            new(id),
            version,
            words.Name,
            kind.Value,
            words.Email,
            position.Value,
            words.Role is { } role ? new RoleId(role) : null,
            words.Calendar is { } calendar ? new HolidayCalendarId(calendar) : null,
            words.Colour,
            words.Joined,
            words.LastDay,
            words.Teams?.Select(t => new TeamId(t)).ToList()
        );
        var done = await change.Run(command, asking.Actor, ct);
        return done.Refusal is { } no
            ? Answer.Problem(no, asking.Phrases)
            : await One(id, people, asking, http, ct);
    }

    private static async Task<bool> HasOtherAddress(
        PersonCard people,
        PersonId id,
        PersonWords words,
        Asking asking,
        CancellationToken ct
    ) =>
        (await people.Ask(id, asking.Actor, ct)) is { IsRefused: false, Value.Private: { } known }
        && !string.Equals(
            known.Email ?? "",
            words.Email?.Trim() ?? "",
            StringComparison.OrdinalIgnoreCase
        );

    private static async Task<IResult> Archive(
        Guid id,
        ArchivePerson archive,
        PersonCard people,
        Asking asking,
        HttpContext http,
        CancellationToken ct
    )
    {
        var done = await archive.Run(new(id), ETag.SeenIfAny(http.Request), asking.Actor, ct);
        return done.Refusal is { } no
            ? Answer.Problem(no, asking.Phrases)
            : await One(id, people, asking, http, ct);
    }

    private static async Task<IResult> Restore(
        Guid id,
        RestorePerson restore,
        PersonCard people,
        Asking asking,
        HttpContext http,
        CancellationToken ct
    )
    {
        var done = await restore.Run(new(id), ETag.SeenIfAny(http.Request), asking.Actor, ct);
        return done.Refusal is { } no
            ? Answer.Problem(no, asking.Phrases)
            : await One(id, people, asking, http, ct);
    }

    private static async Task<IResult> Delete(
        Guid id,
        DeletePerson delete,
        Asking asking,
        HttpContext http,
        CancellationToken ct
    )
    {
        if (ETag.Seen(http.Request).Refused(out var unseen, out var version))
            return Answer.Problem(unseen, asking.Phrases);
        return Answer.Of(
            await delete.Run(new(id), version, asking.Actor, ct),
            asking.Phrases,
            _ => TypedResults.NoContent()
        );
    }

    private static Outcome<PersonKind?> Kind(string? word) =>
        Kebab.Read<PersonKind>(word) is { } kind ? kind
        : word is null ? (PersonKind?)null
        : new IsNotUnderstood("kind");

    private static Outcome<Position?> PositionOf(string? word) =>
        Kebab.Read<Position>(word) is { } position ? position
        : word is null ? (Position?)null
        : new IsNotUnderstood("position");
}
