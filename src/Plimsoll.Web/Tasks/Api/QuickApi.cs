using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Tasks.Quick;
using Plimsoll.Web.Platform.Http;
using Plimsoll.Web.Platform.Text;
using Plimsoll.Web.Tasks.Queries;
using Plimsoll.Web.Tasks.UseCases;

namespace Plimsoll.Web.Tasks.Api;

/// <summary>Tasks from one line, for programs and for the dialog that the key <c>c</c> opens.</summary>
internal static class QuickApi
{
    public static void Map(RouteGroupBuilder api)
    {
        var tasks = api.MapGroup("/tasks").WithTags("Tasks");
        tasks
            .MapGet("/quick", Read)
            .Needs(TasksApi.Read)
            .WithName("ReadTaskLine")
            .WithSummary(
                "What a task in one line means: title, day, hours, person, project and stream, in English, Russian or Chinese. Nothing is kept."
            )
            .Produces<QuickWire>();
        tasks
            .MapPost("/quick", Add)
            .Needs(TasksApi.Write)
            .WithName("AddTaskFromLine")
            .WithSummary("Writes down a task from one line; a name that may be two is refused.")
            .Produces<TaskWire>(StatusCodes.Status201Created);
    }

    /// <param name="leave">What is not to be understood: words of <see cref="QuickField"/> with commas between.</param>
    private static async Task<IResult> Read(
        string? text,
        Guid? within,
        Guid? project,
        string? leave,
        QuickReading reading,
        Asking asking,
        CancellationToken ct
    ) =>
        TypedResults.Ok(
            QuickWire.Of(
                await reading.Ask(
                    new(
                        text,
                        within is { } w ? new ProjectId(w) : null,
                        project is { } p ? new ProjectId(p) : null,
                        [
                            .. (leave ?? "")
                                .Split(',')
                                .Select(Kebab.Read<QuickField>)
                                .OfType<QuickField>(),
                        ]
                    ),
                    asking.Actor,
                    ct
                )
            )
        );

    private static async Task<IResult> Add(
        QuickWords words,
        AddTaskFromLine add,
        TaskCard card,
        Asking asking,
        HttpContext http,
        CancellationToken ct
    )
    {
        var line = new QuickReading.Line(
            words.Text,
            words.Within is { } within ? new ProjectId(within) : null
        );
        return await TasksApi.Added(await add.Run(line, asking.Actor, ct), card, asking, http, ct);
    }
}
