using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.OpenApi;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Load;
using Plimsoll.Web.Load.Export;
using Plimsoll.Web.Load.Queries;
using Plimsoll.Web.People.Queries;
using Plimsoll.Web.Platform.Http;
using Plimsoll.Web.Platform.Sheets;

namespace Plimsoll.Web.Load.Api;

/// <summary>What is on the board as a file; the same query string as the page, the same rights.</summary>
internal static class ExportApi
{
    private const string Read = "load:read";

    /// <summary>The words of the page's address, as <see cref="BoardView.Read"/> reads them.</summary>
    private static readonly (string Name, string Means)[] Words =
    [
        ("from", "The first week, `2026-W48`; this week unless said otherwise."),
        ("weeks", "How many weeks: 4, 8, 12, 26 or 52."),
        ("unit", "`percent` or `hours`."),
        ("rows", "`people` or `projects`."),
        ("group", "What the rows are grouped by: `team`, `role` or `none`."),
        ("team", "People of this team only."),
        ("role", "People of this role only."),
        ("client", "Projects of this client only."),
        ("project", "This project only."),
        ("certainty", "`confirmed` or `tentative` time only."),
        ("state", "Rows in this state only: `over`, `under`, `free`."),
        ("free", "With the state `free`: at least so many hours in a week."),
        ("q", "Rows with this text in their name."),
        ("sort", "What the rows are sorted by."),
    ];

    public static void Map(RouteGroupBuilder api)
    {
        var load = api.MapGroup("/load").WithTags("Load");
        Describe(load.MapGet("/export", ByAccept), "ExportLoad", "in the form that Accept names");
        Describe(load.MapGet("/export.xlsx", Xlsx), "ExportLoadAsXlsx", "as a spreadsheet");
        Describe(load.MapGet("/export.csv", Csv), "ExportLoadAsCsv", "as a list");
    }

    /// <summary>The links of the page.</summary>
    public static void MapPages(IEndpointRouteBuilder app)
    {
        app.MapGet("/load/export.xlsx", Xlsx).ExcludeFromDescription();
        app.MapGet("/load/export.csv", Csv).ExcludeFromDescription();
    }

    private static void Describe(RouteHandlerBuilder route, string name, string form) =>
        route
            .Needs(Read)
            .WithName(name)
            .WithSummary(
                $"The board {form}, every row opened; takes the query string of the page /load."
            )
            .Produces<byte[]>(StatusCodes.Status200OK, SheetWriter.XlsxType, "text/csv")
            .AddOpenApiOperationTransformer(
                (operation, _, _) =>
                {
                    operation.Parameters = [.. operation.Parameters ?? [], .. Words.Select(Word)];
                    return Task.CompletedTask;
                }
            );

    private static OpenApiParameter Word((string Name, string Means) word) =>
        new()
        {
            Name = word.Name,
            In = ParameterLocation.Query,
            Description = word.Means,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        };

    private static Task<IResult> ByAccept(Asked asked, HttpRequest request) =>
        request.GetTypedHeaders().Accept.Any(a => a.MediaType == "text/csv")
            ? Csv(asked)
            : Xlsx(asked);

    private static async Task<IResult> Xlsx(Asked asked)
    {
        if (await asked.Board() is not { } whole)
            return Answer.Problem(new NotThere(), asked.Phrases);
        var page = BoardSheet.Of(whole, asked.Phrases);
        return File(
            asked,
            whole,
            ".xlsx",
            SheetWriter.XlsxType,
            to => SheetWriter.WriteXlsx(to, [page])
        );
    }

    private static async Task<IResult> Csv(Asked asked)
    {
        if (await asked.Board() is not { } whole)
            return Answer.Problem(new NotThere(), asked.Phrases);
        var form = asked.IsProgram
            ? new CsvForm(';', DecimalComma: false)
            : CsvForm.Of(asked.Phrases.Culture);
        return File(
            asked,
            whole,
            ".csv",
            SheetWriter.CsvType,
            to => SheetWriter.WriteCsv(to, BoardList.Of(whole), form)
        );
    }

    private static FileContentHttpResult File(
        Asked asked,
        WholeBoard.View whole,
        string ending,
        string type,
        Action<Stream> write
    )
    {
        using var file = new MemoryStream();
        write(file);
        var name = asked.Phrases.Say("load.sheet.file", ("week", whole.Board.View.From.ToString()));
        return TypedResults.File(file.ToArray(), type, name + ending);
    }

    /// <summary>The board that the address speaks of.</summary>
    internal sealed class Asked(HttpContext http)
    {
        private readonly IServiceProvider _services = http.RequestServices;
        private readonly Asking _asking = http.RequestServices.GetRequiredService<Asking>();

        public Platform.Text.Phrases Phrases => _asking.Phrases;

        public bool IsProgram =>
            http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal);

        public static ValueTask<Asked?> BindAsync(HttpContext http) =>
            ValueTask.FromResult<Asked?>(new Asked(http));

        public async Task<WholeBoard.View?> Board()
        {
            if (_asking.Who is not { } who || !who.May(Right.SeeOwnTeam))
                return null;
            var ct = http.RequestAborted;
            var today = Week.Of(await _services.GetRequiredService<AgencyDay>().Today(ct));
            var usual = _asking.InHours ? PlanUnit.Hours : PlanUnit.Percent;
            var view = BoardView.Read(http.Request.QueryString.Value, today, usual);
            return await _services.GetRequiredService<WholeBoard>().Ask(view, who, ct);
        }
    }
}
