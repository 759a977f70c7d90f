using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Http;
using Plimsoll.Web.Platform.Imports;
using Plimsoll.Web.Tasks.Import;
using Plimsoll.Web.Tasks.Jobs;
using Plimsoll.Web.Tasks.Queries;
using Plimsoll.Web.Tasks.UseCases;

namespace Plimsoll.Web.Tasks.Api;

/// <summary>Bringing tasks of other programs in, for programs: the same steps as on the page, under the same rules.</summary>
internal static class TaskImportApi
{
    private const string Scope = "tasks:import";
    private const string Path = "/api/v1/tasks/imports";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static void Map(RouteGroupBuilder api)
    {
        var imports = api.MapGroup("/tasks/imports").WithTags("Tasks");
        imports
            .MapGet("/", All)
            .Needs(Scope)
            .WithName("ListTaskImports")
            .WithSummary("The imports of tasks the caller may see, newest first, twenty at most.")
            .Produces<PageOf<TaskImportRowWire>>();
        imports
            .MapPost("/", Bring)
            .Needs(Scope)
            .WithName("BringTaskImport")
            .WithSummary(
                "Takes in a file of tasks (.csv, .xlsx, Trello's .json) as multipart/form-data, field \"file\"; answers with a draft and its questions."
            )
            .Accepts<IFormFile>("multipart/form-data")
            .Produces<TaskImportWire>(StatusCodes.Status201Created);
        imports
            .MapGet("/{id:guid}", One)
            .Needs(Scope)
            .WithName("GetTaskImport")
            .WithSummary("One import: its questions while it is a draft, and what became of it.")
            .Produces<TaskImportWire>();
        imports
            .MapPut("/{id:guid}/answers", Answers)
            .Needs(Scope)
            .WithName("AnswerTaskImport")
            .WithSummary("Answers the questions of a draft; what is left out is taken as proposed.")
            .Produces<TaskImportWire>();
        imports
            .MapPost("/{id:guid}/preview", Preview)
            .Needs(Scope)
            .WithName("PreviewTaskImport")
            .WithSummary(
                "Every task that would be written down, a hundred a page, and every problem; nothing is written."
            )
            .Produces<TaskImportPreviewWire>();
        imports
            .MapPost("/{id:guid}/apply", Apply)
            .Needs(Scope)
            .WithName("ApplyTaskImport")
            .WithSummary("Takes the draft over, all or nothing; 202 when it takes longer.")
            .Produces<TaskImportRowWire>()
            .Produces<TaskImportRowWire>(StatusCodes.Status202Accepted);
        imports
            .MapPost("/{id:guid}/undo", Undo)
            .Needs(Scope)
            .WithName("UndoTaskImport")
            .WithSummary("Takes an import back as a whole, unless its tasks were changed since.")
            .Produces<TaskImportRowWire>()
            .Produces<TaskImportRowWire>(StatusCodes.Status202Accepted);
        imports
            .MapDelete("/{id:guid}", Drop)
            .Needs(Scope)
            .WithName("DropTaskImport")
            .WithSummary("Throws a draft away.")
            .Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> All(
        DraftTaskImport imports,
        Asking asking,
        CancellationToken ct
    ) =>
        TypedResults.Ok(
            new PageOf<TaskImportRowWire>(
                [.. (await imports.All(asking.Actor, ct)).Select(TaskImportRowWire.Of)],
                null
            )
        );

    private static async Task<IResult> Bring(
        HttpContext http,
        BringTasks bring,
        DraftTaskImport imports,
        Asking asking,
        CancellationToken ct
    )
    {
        if (await BroughtFile.Of(http.Request, ct) is not { } file)
            return Answer.Problem(new FileIsMissing(), asking.Phrases);
        var brought = await bring.Run(new(file.Name, file.Content), asking.Actor, ct);
        if (brought.Refused(out var no, out var id))
            return Answer.Problem(no, asking.Phrases);
        return Answer.Of(
            await imports.Ask(id, 1, asking.Actor, ct),
            asking.Phrases,
            view =>
            {
                ETag.Write(http, view.Head.Version);
                return TypedResults.Created(
                    $"{Path}/{id}",
                    TaskImportWire.Of(view, asking.Phrases)
                );
            }
        );
    }

    private static async Task<IResult> One(
        Guid id,
        HttpContext http,
        DraftTaskImport imports,
        ImportRunner runner,
        Asking asking,
        CancellationToken ct
    )
    {
        await runner.Settle(id, ct);
        return Answer.Of(
            await imports.Ask(id, 1, asking.Actor, ct),
            asking.Phrases,
            view =>
            {
                ETag.Write(http, view.Head.Version);
                return TypedResults.Ok(TaskImportWire.Of(view, asking.Phrases));
            }
        );
    }

    private static async Task<IResult> Answers(
        Guid id,
        TaskImportAnswersWire words,
        HttpContext http,
        AnswerTaskImport answer,
        DraftTaskImport imports,
        ImportRunner runner,
        Asking asking,
        CancellationToken ct
    )
    {
        if (ETag.Seen(http.Request).Refused(out var unseen, out var version))
            return Answer.Problem(unseen, asking.Phrases);
        if (words.Read() is not { } answers)
            return Answer.Problem(new IsNotUnderstood("answers"), asking.Phrases);
        var done = await answer.Run(new(id, answers, version), asking.Actor, ct);
        return done.Refusal is { } no
            ? Answer.Problem(no, asking.Phrases)
            : await One(id, http, imports, runner, asking, ct);
    }

    private static async Task<IResult> Preview(
        Guid id,
        DraftTaskImport imports,
        Asking asking,
        CancellationToken ct,
        int page = 1
    ) =>
        Answer.Of(
            await imports.Ask(id, page, asking.Actor, ct),
            asking.Phrases,
            view => TypedResults.Ok(TaskImportPreviewWire.Of(view, asking.Phrases))
        );

    private static Task<IResult> Apply(
        Guid id,
        DraftTaskImport imports,
        ImportsOfTasks kind,
        ImportRunner runner,
        Asking asking,
        CancellationToken ct
    ) => Work(id, undo: false, imports, kind, runner, asking, ct);

    private static Task<IResult> Undo(
        Guid id,
        DraftTaskImport imports,
        ImportsOfTasks kind,
        ImportRunner runner,
        Asking asking,
        CancellationToken ct
    ) => Work(id, undo: true, imports, kind, runner, asking, ct);

    private static async Task<IResult> Work(
        Guid id,
        bool undo,
        DraftTaskImport imports,
        ImportsOfTasks kind,
        ImportRunner runner,
        Asking asking,
        CancellationToken ct
    )
    {
        var begun = await runner.Begin(kind, id, undo, null, asking.Actor, asking.Phrases, ct);
        if (begun.Refused(out var no, out _))
            return Answer.Problem(no, asking.Phrases);
        if (await runner.Finished(id, Patience, ct) is { } refused)
            return Answer.Problem(refused, asking.Phrases);
        return Answer.Of(
            await imports.One(id, asking.Actor, ct),
            asking.Phrases,
            head =>
                head.IsAtWork
                    ? TypedResults.Accepted($"{Path}/{id}", TaskImportRowWire.Of(head))
                    : TypedResults.Ok(TaskImportRowWire.Of(head))
        );
    }

    private static async Task<IResult> Drop(
        Guid id,
        DropImport drop,
        Asking asking,
        CancellationToken ct
    ) =>
        Answer.Of(
            await drop.Run(TaskImports.Subject, id, asking.Actor, ct),
            asking.Phrases,
            _ => TypedResults.NoContent()
        );
}
