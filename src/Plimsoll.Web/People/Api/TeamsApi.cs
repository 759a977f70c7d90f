using Microsoft.AspNetCore.Mvc;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.People.Queries;
using Plimsoll.Web.People.UseCases;
using Plimsoll.Web.Platform.Http;

namespace Plimsoll.Web.People.Api;

/// <summary>Teams, for programs.</summary>
internal static class TeamsApi
{
    public static void Map(RouteGroupBuilder api)
    {
        var teams = api.MapGroup("/teams").WithTags("Teams");
        teams
            .MapGet("/", List)
            .Needs(PeopleApi.Read)
            .WithName("ListTeams")
            .WithSummary("The teams the caller may see, with their people.")
            .Produces<PageOf<TeamWire>>();
        teams
            .MapGet("/{id:guid}", One)
            .Needs(PeopleApi.Read)
            .WithName("GetTeam")
            .WithSummary("One team, with its people.")
            .Produces<TeamWire>();
        teams
            .MapPost("/", Add)
            .Needs(PeopleApi.Write)
            .WithName("AddTeam")
            .WithSummary("Adds a team.")
            .Produces<TeamWire>(StatusCodes.Status201Created);
        teams
            .MapPut("/{id:guid}", Change)
            .Needs(PeopleApi.Write)
            .WithName("ChangeTeam")
            .WithSummary("Changes a team's name, lead and members.")
            .Produces<TeamWire>();
        teams
            .MapPost("/{id:guid}/archive", Archive)
            .Needs(PeopleApi.Write)
            .WithName("ArchiveTeam")
            .WithSummary("Puts a team away; its people stay in it.")
            .Produces<TeamWire>();
        teams
            .MapPost("/{id:guid}/restore", Restore)
            .Needs(PeopleApi.Write)
            .WithName("RestoreTeam")
            .WithSummary("Takes a team out of the archive.")
            .Produces<TeamWire>();
        teams
            .MapDelete("/{id:guid}", Delete)
            .Needs(PeopleApi.Write)
            .WithName("DeleteTeam")
            .WithSummary("Deletes a team that nobody is in.")
            .Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> List(
        TeamList teams,
        Asking asking,
        [FromQuery] string? q,
        [FromQuery] bool? archived,
        [FromQuery] string? cursor,
        [FromQuery] int? limit,
        CancellationToken ct
    )
    {
        var culture = asking.Phrases.Culture;
        var rows = await teams.Ask(archived ?? false, q, asking.Actor, culture, ct);
        var page = rows.ToList().Page(cursor, limit, r => r.Id.Value);
        return Answer.Page(page, TeamWire.Of, asking.Phrases);
    }

    private static async Task<IResult> One(
        Guid id,
        TeamList teams,
        Asking asking,
        HttpContext http,
        CancellationToken ct
    ) =>
        Answer.Of(
            await teams.One(new(id), asking.Actor, asking.Phrases.Culture, ct),
            asking.Phrases,
            team =>
            {
                ETag.Write(http, team.Version);
                return TypedResults.Ok(TeamWire.Of(team));
            }
        );

    private static async Task<IResult> Add(
        TeamWords words,
        AddTeam add,
        TeamList teams,
        Asking asking,
        HttpContext http,
        CancellationToken ct
    )
    {
        var command = new AddTeam.Command(words.Name, Lead(words), Members(words));
        if ((await add.Run(command, asking.Actor, ct)).Refused(out var no, out var id))
            return Answer.Problem(no, asking.Phrases);
        return Answer.Of(
            await teams.One(id, asking.Actor, asking.Phrases.Culture, ct),
            asking.Phrases,
            team =>
            {
                ETag.Write(http, team.Version);
                return TypedResults.Created($"/api/v1/teams/{id}", TeamWire.Of(team));
            }
        );
    }

    private static async Task<IResult> Change(
        Guid id,
        TeamWords words,
        ChangeTeam change,
        TeamList teams,
        Asking asking,
        HttpContext http,
        CancellationToken ct
    )
    {
        if (ETag.Seen(http.Request).Refused(out var unseen, out var version))
            return Answer.Problem(unseen, asking.Phrases);
        var command = new ChangeTeam.Command(
            new(id),
            version,
            words.Name,
            Lead(words),
            Members(words)
        );
        var done = await change.Run(command, asking.Actor, ct);
        return done.Refusal is { } no
            ? Answer.Problem(no, asking.Phrases)
            : await One(id, teams, asking, http, ct);
    }

    private static Task<IResult> Archive(
        Guid id,
        ArchiveTeam archive,
        TeamList teams,
        Asking asking,
        HttpContext http,
        CancellationToken ct
    ) => Shelve(id, true, archive, teams, asking, http, ct);

    private static Task<IResult> Restore(
        Guid id,
        ArchiveTeam archive,
        TeamList teams,
        Asking asking,
        HttpContext http,
        CancellationToken ct
    ) => Shelve(id, false, archive, teams, asking, http, ct);

    private static async Task<IResult> Shelve(
        Guid id,
        bool archived,
        ArchiveTeam archive,
        TeamList teams,
        Asking asking,
        HttpContext http,
        CancellationToken ct
    )
    {
        var done = await archive.Run(
            new(id),
            archived,
            ETag.SeenIfAny(http.Request),
            asking.Actor,
            ct
        );
        return done.Refusal is { } no
            ? Answer.Problem(no, asking.Phrases)
            : await One(id, teams, asking, http, ct);
    }

    private static async Task<IResult> Delete(
        Guid id,
        DeleteTeam delete,
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

    private static PersonId? Lead(TeamWords words) =>
        words.Lead is { } lead ? new PersonId(lead) : null;

    private static List<PersonId>? Members(TeamWords words) =>
        words.Members?.Select(m => new PersonId(m)).ToList();
}
