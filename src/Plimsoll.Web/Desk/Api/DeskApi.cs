using Microsoft.AspNetCore.Mvc;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Desk.Queries;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Http;
using Plimsoll.Web.Platform.Text;

namespace Plimsoll.Web.Desk.Api;

/// <summary>What spans the rooms, for programs: the record of all changes, and search.</summary>
internal static class DeskApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/activity", Activity)
            .Needs("activity:read")
            .WithTags("Activity")
            .WithName("ListActivity")
            .WithSummary("The record of all changes, newest first; for the owner and directors.")
            .Produces<PageOf<FactWire>>();
        api.MapGet("/search", Search)
            .Needs("people:read")
            .Needs("clients:read")
            .WithTags("Search")
            .WithName("Search")
            .WithSummary("People, clients and projects by name, of those the caller may see.")
            .WithDescription("Needs the scope `people:read` as well.")
            .Produces<HitsWire>();
    }

    private static async Task<IResult> Activity(
        FactFeed feed,
        Asking asking,
        [FromQuery] string? q,
        [FromQuery] Guid? by,
        [FromQuery] string? room,
        [FromQuery] Guid? subject,
        [FromQuery] DateOnly? from,
        [FromQuery] DateOnly? to,
        [FromQuery] string? door,
        [FromQuery] Guid? batch,
        [FromQuery] string? cursor,
        [FromQuery] int? limit,
        CancellationToken ct
    )
    {
        if (!asking.Actor.May(Right.SeeAudit))
            return Answer.Problem(new NotAllowed(), asking.Phrases);
        if (door is not null && Kebab.Read<Door>(door) is null)
            return Answer.Problem(new IsNotUnderstood("door"), asking.Phrases);
        var filter = new FactFeed.Filter(
            by is { } person ? new PersonId(person) : null,
            room,
            subject,
            Days.Begin(from, asking.Zone),
            Days.End(to, asking.Zone),
            Kebab.Read<Door>(door),
            q,
            batch,
            Grouped: false,
            cursor,
            limit
        );
        var page = await feed.Ask(filter, asking.Actor, ct);
        return Answer.Page(page, FactWire.Of, asking.Phrases);
    }

    private static async Task<IResult> Search(
        Find find,
        Asking asking,
        [FromQuery] string? q,
        CancellationToken ct
    ) =>
        TypedResults.Ok(
            new HitsWire([.. (await find.Ask(q, asking.Actor, ct)).Select(HitWire.Of)])
        );
}
