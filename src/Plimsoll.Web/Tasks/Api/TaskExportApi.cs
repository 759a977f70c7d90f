using Microsoft.OpenApi;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Http;
using Plimsoll.Web.Platform.Sheets;
using Plimsoll.Web.Tasks.Export;
using Plimsoll.Web.Tasks.Queries;

namespace Plimsoll.Web.Tasks.Api;

/// <summary>A list of tasks as a file; the same query string as the page, the same rights.</summary>
internal static class TaskExportApi
{
    public static void Map(RouteGroupBuilder api)
    {
        var tasks = api.MapGroup("/tasks").WithTags("Tasks");
        api.MapGet("/projects/{id:guid}/export.zip", Zip)
            .WithTags("Projects")
            .Needs(TasksApi.Read)
            .WithName("ExportProject")
            .WithSummary(
                "A project with its tasks, what is said about them and their files, as a ZIP that can be imported again."
            )
            .Produces<byte[]>(StatusCodes.Status200OK, "application/zip");
        Describe(tasks.MapGet("/export.csv", Csv), "ExportTasksAsCsv", "text/csv");
        Describe(tasks.MapGet("/export.xlsx", Xlsx), "ExportTasksAsXlsx", SheetWriter.XlsxType);
    }

    /// <summary>The links of the page.</summary>
    public static void MapPages(IEndpointRouteBuilder app)
    {
        app.MapGet("/projects/{id:guid}/export.zip", Zip).ExcludeFromDescription();
        app.MapGet("/tasks/export.csv", Csv).ExcludeFromDescription();
        app.MapGet("/tasks/export.xlsx", Xlsx).ExcludeFromDescription();
    }

    private static void Describe(RouteHandlerBuilder route, string name, string type) =>
        route
            .Needs(TasksApi.Read)
            .WithName(name)
            .WithSummary(
                "Every task of the list, as filtered and sorted by the words of the list's own address."
            )
            .Produces<byte[]>(StatusCodes.Status200OK, type);

    private static async Task<IResult> Zip(
        Guid id,
        WholeProject projects,
        Asking asking,
        CancellationToken ct
    )
    {
        if (asking.Who is not { } who)
            return Answer.Problem(new NotThere(), asking.Phrases);
        return Answer.Of(
            await projects.Ask(new(id), who, ct),
            asking.Phrases,
            whole =>
                TypedResults.Stream(
                    to => Write(whole, to, ct),
                    "application/zip",
                    (whole.Archive.Project.Code ?? "project") + ".zip"
                )
        );
    }

    /// <summary>The writer of a ZIP does not wait for whoever reads it.</summary>
    private static async Task Write(WholeProject.View whole, Stream to, CancellationToken ct)
    {
        var path = Path.Combine(Path.GetTempPath(), $"plimsoll-{Guid.CreateVersion7():N}");
        await using var file = new FileStream(
            path,
            new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.ReadWrite,
                Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
            }
        );
        await whole.Archive.Write(file, whole.Files, ct);
        file.Position = 0;
        await file.CopyToAsync(to, ct);
    }

    private static Task<IResult> Csv(
        WholeTaskList tasks,
        Asking asking,
        HttpContext http,
        CancellationToken ct
    )
    {
        var form = http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal)
            ? new CsvForm(';', DecimalComma: false)
            : CsvForm.Of(asking.Phrases.Culture);
        return File(
            tasks,
            asking,
            http,
            ".csv",
            SheetWriter.CsvType,
            (to, lines) => SheetWriter.WriteCsv(to, TaskSheet.List(lines), form),
            ct
        );
    }

    private static Task<IResult> Xlsx(
        WholeTaskList tasks,
        Asking asking,
        HttpContext http,
        CancellationToken ct
    ) =>
        File(
            tasks,
            asking,
            http,
            ".xlsx",
            SheetWriter.XlsxType,
            (to, lines) => SheetWriter.WriteXlsx(to, [TaskSheet.Page(lines, asking.Phrases)]),
            ct
        );

    private static async Task<IResult> File(
        WholeTaskList tasks,
        Asking asking,
        HttpContext http,
        string ending,
        string type,
        Action<Stream, IReadOnlyList<WholeTaskList.Line>> write,
        CancellationToken ct
    )
    {
        if (asking.Who is not { } who || !who.May(Right.WorkOnTasks))
            return Answer.Problem(new NotThere(), asking.Phrases);
        var view = TaskView.Read(http.Request.QueryString.Value);
        var lines = await tasks.Ask(view, who, asking.Phrases.Culture, ct);
        using var file = new MemoryStream();
        write(file, lines);
        return TypedResults.File(file.ToArray(), type, "tasks" + ending);
    }
}
