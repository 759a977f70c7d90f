using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Load.Import;
using Plimsoll.Web.Load.Jobs;
using Plimsoll.Web.Load.Queries;
using Plimsoll.Web.Load.UseCases;
using Plimsoll.Web.Platform.Http;
using Plimsoll.Web.Platform.Imports;

namespace Plimsoll.Web.Load.Api;

/// <summary>Bringing a spreadsheet into the plan, for programs: the same steps as on the page, under the same rules.</summary>
internal static class ImportApi
{
    private const string Scope = "load:import";
    private const string Path = "/api/v1/load/imports";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static void Map(RouteGroupBuilder api)
    {
        var imports = api.MapGroup("/load/imports").WithTags("Import");
        imports
            .MapGet("/", All)
            .Needs(Scope)
            .WithName("ListImports")
            .WithSummary("The imports the caller may see, newest first, twenty at most.")
            .Produces<PageOf<ImportRowWire>>();
        imports
            .MapPost("/", Bring)
            .Needs(Scope)
            .WithName("BringImport")
            .WithSummary(
                "Takes in a load sheet (.xlsx or .csv) as multipart/form-data, field \"file\"; answers with a draft and its questions."
            )
            .Accepts<IFormFile>("multipart/form-data")
            .Produces<ImportWire>(StatusCodes.Status201Created);
        imports
            .MapGet("/{id:guid}", One)
            .Needs(Scope)
            .WithName("GetImport")
            .WithSummary("One import: its questions while it is a draft, and what became of it.")
            .Produces<ImportWire>();
        imports
            .MapPut("/{id:guid}/answers", Answers)
            .Needs(Scope)
            .WithName("AnswerImport")
            .WithSummary("Answers the questions of a draft; what is left out is taken as proposed.")
            .Produces<ImportWire>();
        imports
            .MapPost("/{id:guid}/preview", Preview)
            .Needs(Scope)
            .WithName("PreviewImport")
            .WithSummary("Every cell that would change, and every problem; nothing is written.")
            .Produces<ImportPreviewWire>();
        imports
            .MapPost("/{id:guid}/apply", Apply)
            .Needs(Scope)
            .WithName("ApplyImport")
            .WithSummary("Takes the draft over, all or nothing; 202 when it takes longer.")
            .Produces<ImportRowWire>()
            .Produces<ImportRowWire>(StatusCodes.Status202Accepted);
        imports
            .MapPost("/{id:guid}/undo", Undo)
            .Needs(Scope)
            .WithName("UndoImport")
            .WithSummary("Takes an import back as a whole, unless its cells were changed since.")
            .Produces<ImportRowWire>()
            .Produces<ImportRowWire>(StatusCodes.Status202Accepted);
        imports
            .MapDelete("/{id:guid}", Drop)
            .Needs(Scope)
            .WithName("DropImport")
            .WithSummary("Throws a draft away.")
            .Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> All(
        DraftImport imports,
        Asking asking,
        CancellationToken ct
    ) =>
        TypedResults.Ok(
            new PageOf<ImportRowWire>(
                [.. (await imports.All(asking.Actor, ct)).Select(ImportRowWire.Of)],
                null
            )
        );

    private static async Task<IResult> Bring(
        HttpContext http,
        BringSheet bring,
        DraftImport imports,
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
            await imports.Ask(id, asking.Actor, ct),
            asking.Phrases,
            view =>
            {
                ETag.Write(http, view.Head.Version);
                return TypedResults.Created($"{Path}/{id}", ImportWire.Of(view, asking.Phrases));
            }
        );
    }

    private static async Task<IResult> One(
        Guid id,
        HttpContext http,
        DraftImport imports,
        ImportRunner runner,
        Asking asking,
        CancellationToken ct
    )
    {
        await runner.Settle(id, ct);
        return Answer.Of(
            await imports.Ask(id, asking.Actor, ct),
            asking.Phrases,
            view =>
            {
                ETag.Write(http, view.Head.Version);
                return TypedResults.Ok(ImportWire.Of(view, asking.Phrases));
            }
        );
    }

    private static async Task<IResult> Answers(
        Guid id,
        ImportAnswersWire words,
        HttpContext http,
        AnswerImport answer,
        DraftImport imports,
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
        DraftImport imports,
        Asking asking,
        CancellationToken ct
    ) =>
        Answer.Of(
            await imports.Ask(id, asking.Actor, ct),
            asking.Phrases,
            view => TypedResults.Ok(ImportPreviewWire.Of(view, asking.Phrases))
        );

    private static Task<IResult> Apply(
        Guid id,
        ImportReasonWire? words,
        DraftImport imports,
        LoadImports kind,
        ImportRunner runner,
        Asking asking,
        CancellationToken ct
    ) => Work(id, undo: false, words?.Reason, imports, kind, runner, asking, ct);

    private static Task<IResult> Undo(
        Guid id,
        DraftImport imports,
        LoadImports kind,
        ImportRunner runner,
        Asking asking,
        CancellationToken ct
    ) => Work(id, undo: true, null, imports, kind, runner, asking, ct);

    private static async Task<IResult> Work(
        Guid id,
        bool undo,
        string? reason,
        DraftImport imports,
        LoadImports kind,
        ImportRunner runner,
        Asking asking,
        CancellationToken ct
    )
    {
        if (ImportAnswers.Explained(reason).Refused(out var tooLong, out var said))
            return Answer.Problem(tooLong, asking.Phrases);
        var begun = await runner.Begin(kind, id, undo, said, asking.Actor, asking.Phrases, ct);
        if (begun.Refused(out var no, out _))
            return Answer.Problem(no, asking.Phrases);
        if (await runner.Finished(id, Patience, ct) is { } refused)
            return Answer.Problem(refused, asking.Phrases);
        return Answer.Of(
            await imports.One(id, asking.Actor, ct),
            asking.Phrases,
            head =>
                head.IsAtWork
                    ? TypedResults.Accepted($"{Path}/{id}", ImportRowWire.Of(head))
                    : TypedResults.Ok(ImportRowWire.Of(head))
        );
    }

    private static async Task<IResult> Drop(
        Guid id,
        DropImport drop,
        Asking asking,
        CancellationToken ct
    ) =>
        Answer.Of(
            await drop.Run(PlanImports.Subject, id, asking.Actor, ct),
            asking.Phrases,
            _ => TypedResults.NoContent()
        );
}
