using Plimsoll.Domain.Kernel;
using Plimsoll.Web.People.Queries;
using Plimsoll.Web.People.UseCases;
using Plimsoll.Web.Platform.Http;

namespace Plimsoll.Web.People.Api;

/// <summary>The workspace's settings, for programs of its owner.</summary>
internal static class WorkspaceApi
{
    public static void Map(RouteGroupBuilder api)
    {
        var workspace = api.MapGroup("/workspace").WithTags("Workspace");
        workspace
            .MapGet("/", One)
            .Needs(PeopleApi.Read)
            .WithName("GetWorkspace")
            .WithSummary("The agency's name, its time zone, and the calendar that new people get.")
            .Produces<WorkspaceWire>();
        workspace
            .MapPut("/", Change)
            .Needs(PeopleApi.Write)
            .WithName("ChangeWorkspace")
            .WithSummary(
                "Changes the agency's name, its time zone, and the calendar that new people get."
            )
            .Produces<WorkspaceWire>();
    }

    private static async Task<IResult> One(
        WorkspaceSettings settings,
        Asking asking,
        HttpContext http,
        CancellationToken ct
    ) =>
        Answer.Of(
            await settings.Ask(asking.Actor, ct),
            asking.Phrases,
            view =>
            {
                ETag.Write(http, view.Version);
                return TypedResults.Ok(WorkspaceWire.Of(view));
            }
        );

    private static async Task<IResult> Change(
        WorkspaceWords words,
        ChangeWorkspace change,
        WorkspaceSettings settings,
        Asking asking,
        HttpContext http,
        CancellationToken ct
    )
    {
        if (ETag.Seen(http.Request).Refused(out var unseen, out var version))
            return Answer.Problem(unseen, asking.Phrases);
        var command = new ChangeWorkspace.Command(
            version,
            words.Name,
            words.TimeZone,
            words.Calendar is { } calendar ? new HolidayCalendarId(calendar) : null
        );
        var done = await change.Run(command, asking.Actor, ct);
        return done.Refusal is { } no
            ? Answer.Problem(no, asking.Phrases)
            : await One(settings, asking, http, ct);
    }
}
