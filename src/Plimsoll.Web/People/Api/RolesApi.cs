using Microsoft.AspNetCore.Mvc;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.People.Queries;
using Plimsoll.Web.People.UseCases;
using Plimsoll.Web.Platform.Http;

namespace Plimsoll.Web.People.Api;

/// <summary>Roles, for programs.</summary>
internal static class RolesApi
{
    public static void Map(RouteGroupBuilder api)
    {
        var roles = api.MapGroup("/roles").WithTags("Roles");
        roles
            .MapGet("/", List)
            .Needs(PeopleApi.Read)
            .WithName("ListRoles")
            .WithSummary("The roles, and how many people have each.")
            .Produces<PageOf<RoleWire>>();
        roles
            .MapGet("/{id:guid}", One)
            .Needs(PeopleApi.Read)
            .WithName("GetRole")
            .WithSummary("One role.")
            .Produces<RoleWire>();
        roles
            .MapPost("/", Add)
            .Needs(PeopleApi.Write)
            .WithName("AddRole")
            .WithSummary("Adds a role.")
            .Produces<RoleWire>(StatusCodes.Status201Created);
        roles
            .MapPut("/{id:guid}", Rename)
            .Needs(PeopleApi.Write)
            .WithName("RenameRole")
            .WithSummary("Gives a role another name.")
            .Produces<RoleWire>();
        roles
            .MapPost("/{id:guid}/archive", Archive)
            .Needs(PeopleApi.Write)
            .WithName("ArchiveRole")
            .WithSummary("Puts a role away; who has it keeps it.")
            .Produces<RoleWire>();
        roles
            .MapPost("/{id:guid}/restore", Restore)
            .Needs(PeopleApi.Write)
            .WithName("RestoreRole")
            .WithSummary("Takes a role out of the archive.")
            .Produces<RoleWire>();
        roles
            .MapDelete("/{id:guid}", Delete)
            .Needs(PeopleApi.Write)
            .WithName("DeleteRole")
            .WithSummary("Deletes a role that nobody has.")
            .Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> List(
        RoleList roles,
        Asking asking,
        [FromQuery] string? q,
        [FromQuery] bool? archived,
        [FromQuery] string? cursor,
        [FromQuery] int? limit,
        CancellationToken ct
    )
    {
        var culture = asking.Phrases.Culture;
        var rows = await roles.Ask(archived ?? false, q, asking.Actor, culture, ct);
        var page = rows.ToList().Page(cursor, limit, r => r.Id.Value);
        return Answer.Page(page, RoleWire.Of, asking.Phrases);
    }

    private static async Task<IResult> One(
        Guid id,
        RoleList roles,
        Asking asking,
        HttpContext http,
        CancellationToken ct
    ) =>
        Answer.Of(
            await roles.One(new(id), asking.Actor, ct),
            asking.Phrases,
            role =>
            {
                ETag.Write(http, role.Version);
                return TypedResults.Ok(RoleWire.Of(role));
            }
        );

    private static async Task<IResult> Add(
        RoleWords words,
        AddRole add,
        RoleList roles,
        Asking asking,
        HttpContext http,
        CancellationToken ct
    )
    {
        if ((await add.Run(words.Name, asking.Actor, ct)).Refused(out var no, out var id))
            return Answer.Problem(no, asking.Phrases);
        return Answer.Of(
            await roles.One(id, asking.Actor, ct),
            asking.Phrases,
            role =>
            {
                ETag.Write(http, role.Version);
                return TypedResults.Created($"/api/v1/roles/{id}", RoleWire.Of(role));
            }
        );
    }

    private static async Task<IResult> Rename(
        Guid id,
        RoleWords words,
        RenameRole rename,
        RoleList roles,
        Asking asking,
        HttpContext http,
        CancellationToken ct
    )
    {
        if (ETag.Seen(http.Request).Refused(out var unseen, out var version))
            return Answer.Problem(unseen, asking.Phrases);
        var done = await rename.Run(new(id), version, words.Name, asking.Actor, ct);
        return done.Refusal is { } no
            ? Answer.Problem(no, asking.Phrases)
            : await One(id, roles, asking, http, ct);
    }

    private static Task<IResult> Archive(
        Guid id,
        ArchiveRole archive,
        RoleList roles,
        Asking asking,
        HttpContext http,
        CancellationToken ct
    ) => Shelve(id, true, archive, roles, asking, http, ct);

    private static Task<IResult> Restore(
        Guid id,
        ArchiveRole archive,
        RoleList roles,
        Asking asking,
        HttpContext http,
        CancellationToken ct
    ) => Shelve(id, false, archive, roles, asking, http, ct);

    private static async Task<IResult> Shelve(
        Guid id,
        bool archived,
        ArchiveRole archive,
        RoleList roles,
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
            : await One(id, roles, asking, http, ct);
    }

    private static async Task<IResult> Delete(
        Guid id,
        DeleteRole delete,
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
}
