using Microsoft.AspNetCore.Mvc;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Clients.Queries;
using Plimsoll.Web.Clients.UseCases;
using Plimsoll.Web.Platform.Http;

namespace Plimsoll.Web.Clients.Api;

/// <summary>Clients, for programs.</summary>
internal static class ClientsApi
{
    private const string Read = "clients:read";
    private const string Write = "clients:write";

    public static void Map(RouteGroupBuilder api)
    {
        var clients = api.MapGroup("/clients").WithTags("Clients");
        clients
            .MapGet("/", List)
            .Needs(Read)
            .WithName("ListClients")
            .WithSummary(
                "The clients the caller may see; sort is name, manager or projects, with - before it from the end."
            )
            .Produces<PageOf<ClientRowWire>>();
        clients
            .MapGet("/{id:guid}", One)
            .Needs(Read)
            .WithName("GetClient")
            .WithSummary("One client, with its projects.")
            .Produces<ClientWire>();
        clients
            .MapPost("/", Add)
            .Needs(Write)
            .WithName("AddClient")
            .WithSummary("Adds a client.")
            .Produces<ClientWire>(StatusCodes.Status201Created);
        clients
            .MapPut("/{id:guid}", Change)
            .Needs(Write)
            .WithName("ChangeClient")
            .WithSummary("Changes name, account manager and note of a client.")
            .Produces<ClientWire>();
        clients
            .MapPost("/{id:guid}/archive", Archive)
            .Needs(Write)
            .WithName("ArchiveClient")
            .WithSummary("Puts a client away; its history stays.")
            .Produces<ClientWire>();
        clients
            .MapPost("/{id:guid}/restore", Restore)
            .Needs(Write)
            .WithName("RestoreClient")
            .WithSummary("Takes a client out of the archive.")
            .Produces<ClientWire>();
        clients
            .MapDelete("/{id:guid}", Delete)
            .Needs(Write)
            .WithName("DeleteClient")
            .WithSummary("Deletes a client that nothing depends on.")
            .Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> List(
        ClientList clients,
        Asking asking,
        [FromQuery] string? q,
        [FromQuery] Guid? accountManager,
        [FromQuery] bool? archived,
        [FromQuery] string? sort,
        [FromQuery] string? cursor,
        [FromQuery] int? limit,
        CancellationToken ct
    )
    {
        var filter = new ClientList.Filter(
            q,
            accountManager is { } id ? new PersonId(id) : null,
            archived ?? false,
            sort,
            cursor,
            limit
        );
        var page = await clients.Ask(filter, asking.Actor, asking.Phrases.Culture, ct);
        return Answer.Page(page, ClientRowWire.Of, asking.Phrases);
    }

    private static async Task<IResult> One(
        Guid id,
        ClientCard clients,
        Asking asking,
        HttpContext http,
        CancellationToken ct
    ) =>
        Answer.Of(
            await clients.Ask(new(id), asking.Actor, asking.Phrases.Culture, ct),
            asking.Phrases,
            view =>
            {
                ETag.Write(http, view.Version);
                return TypedResults.Ok(ClientWire.Of(view));
            }
        );

    private static async Task<IResult> Add(
        ClientWords words,
        AddClient add,
        ClientCard clients,
        Asking asking,
        HttpContext http,
        CancellationToken ct
    )
    {
        var command = new AddClient.Command(
            words.Name,
            new PersonId(words.AccountManager),
            words.Note
        );
        if ((await add.Run(command, asking.Actor, ct)).Refused(out var no, out var id))
            return Answer.Problem(no, asking.Phrases);
        return Answer.Of(
            await clients.Ask(id, asking.Actor, asking.Phrases.Culture, ct),
            asking.Phrases,
            view =>
            {
                ETag.Write(http, view.Version);
                return TypedResults.Created($"/api/v1/clients/{id}", ClientWire.Of(view));
            }
        );
    }

    private static async Task<IResult> Change(
        Guid id,
        ClientWords words,
        ChangeClient change,
        ClientCard clients,
        Asking asking,
        HttpContext http,
        CancellationToken ct
    )
    {
        if (ETag.Seen(http.Request).Refused(out var unseen, out var version))
            return Answer.Problem(unseen, asking.Phrases);
        var command = new ChangeClient.Command(
            new(id),
            version,
            words.Name,
            new PersonId(words.AccountManager),
            words.Note
        );
        var done = await change.Run(command, asking.Actor, ct);
        return done.Refusal is { } no
            ? Answer.Problem(no, asking.Phrases)
            : await One(id, clients, asking, http, ct);
    }

    private static async Task<IResult> Archive(
        Guid id,
        ArchiveClient archive,
        ClientCard clients,
        Asking asking,
        HttpContext http,
        CancellationToken ct
    )
    {
        var done = await archive.Run(new(new(id), ETag.SeenIfAny(http.Request)), asking.Actor, ct);
        return done.Refusal is { } no
            ? Answer.Problem(no, asking.Phrases)
            : await One(id, clients, asking, http, ct);
    }

    private static async Task<IResult> Restore(
        Guid id,
        RestoreClient restore,
        ClientCard clients,
        Asking asking,
        HttpContext http,
        CancellationToken ct
    )
    {
        var done = await restore.Run(new(new(id), ETag.SeenIfAny(http.Request)), asking.Actor, ct);
        return done.Refusal is { } no
            ? Answer.Problem(no, asking.Phrases)
            : await One(id, clients, asking, http, ct);
    }

    private static async Task<IResult> Delete(
        Guid id,
        DeleteClient delete,
        Asking asking,
        HttpContext http,
        CancellationToken ct
    )
    {
        if (ETag.Seen(http.Request).Refused(out var unseen, out var version))
            return Answer.Problem(unseen, asking.Phrases);
        return Answer.Of(
            await delete.Run(new(new(id), version), asking.Actor, ct),
            asking.Phrases,
            _ => TypedResults.NoContent()
        );
    }
}
