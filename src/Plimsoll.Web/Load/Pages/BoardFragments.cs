using Microsoft.AspNetCore.Http.HttpResults;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Load.Queries;
using Plimsoll.Web.People.Queries;
using Plimsoll.Web.Platform.Http;

namespace Plimsoll.Web.Load.Pages;

/// <summary>Parts of the board's page that its script asks for again: the same markup, the same query, the same rights.</summary>
internal static class BoardFragments
{
    private const int ShortestBoard = 4;

    public static void MapBoardFragments(this IEndpointRouteBuilder app)
    {
        var load = app.MapGroup(BoardAddress.Page).ExcludeFromDescription();
        load.MapGet("/lines/{row:guid}", Lines);
        load.MapGet("/rows", Rows);
        load.MapGet("/figures", Figures);
        load.MapGet("/week", Week);
        load.MapGet("/booking", Booking);
        load.MapGet("/choices", Choices);
    }

    private static async Task<IResult> Lines(Guid row, Asked asked)
    {
        var board = await asked.Board(view => view with { Open = [row] });
        return Html(new BoardMarkup(board, asked.Asking).Lines(row));
    }

    /// <summary>The rows of these ids, or all: an address has no room for all their names.</summary>
    private static async Task<IResult> Rows(string? ids, Asked asked)
    {
        var board = await asked.Board(view => view);
        var wanted = ids is null ? board.Rows.Select(r => r.Id) : BoardView.Guids(ids);
        return Html(new BoardMarkup(board, asked.Asking).Rows(wanted));
    }

    private static async Task<IResult> Figures(Asked asked)
    {
        var board = await asked.Board(view => view with { Open = [] });
        return Html(new FiguresMarkup(board, asked.Asking).Write());
    }

    private static async Task<IResult> Week(Guid row, string week, Asked asked)
    {
        if (!Domain.Kernel.Week.TryParse(week, out var from))
            return Answer.Problem(new IsNotUnderstood("week"), asked.Asking.Phrases);
        var board = await asked.Board(view =>
            view.Unfiltered() with
            {
                From = from,
                Weeks = ShortestBoard,
                Open = [row],
            }
        );
        var html = new WeekMarkup(board, asked.Asking).Write(row);
        return html.Length == 0 ? Answer.Problem(new NotThere(), asked.Asking.Phrases) : Html(html);
    }

    private static async Task<IResult> Booking(
        Guid person,
        Guid project,
        string week,
        CellCard card,
        Asked asked,
        CancellationToken ct
    )
    {
        if (!Domain.Kernel.Week.TryParse(week, out var of))
            return Answer.Problem(new IsNotUnderstood("week"), asked.Asking.Phrases);
        var found = await card.Ask(new(new(person), new(project), of), asked.Asking.Actor, ct);
        return Answer.Of(
            found,
            asked.Asking.Phrases,
            view => Html(new CellMarkup(view, asked.Asking).Write())
        );
    }

    private static async Task<IResult> Choices(
        string of,
        BoardChoices choices,
        Asking asking,
        CancellationToken ct
    ) =>
        TypedResults.Json(
            of == "people"
                ? await choices.People(asking.Actor, asking.Phrases.Language, ct)
                : await choices.Projects(asking.Actor, asking.Phrases.Language, ct)
        );

    private static ContentHttpResult Html(string html) =>
        TypedResults.Content(html, "text/html; charset=utf-8");

    /// <summary>The board that the address of a fragment speaks of: the page's own query string.</summary>
    internal sealed class Asked(LoadBoard load, AgencyDay day, Asking asking, HttpContext http)
    {
        public Asking Asking => asking;

        public static ValueTask<Asked?> BindAsync(HttpContext http) =>
            ValueTask.FromResult<Asked?>(
                new Asked(
                    http.RequestServices.GetRequiredService<LoadBoard>(),
                    http.RequestServices.GetRequiredService<AgencyDay>(),
                    http.RequestServices.GetRequiredService<Asking>(),
                    http
                )
            );

        public async Task<Board> Board(Func<BoardView, BoardView> changed)
        {
            var ct = http.RequestAborted;
            var today = Domain.Kernel.Week.Of(await day.Today(ct));
            var view = BoardView.Read(http.Request.QueryString.Value, today, asking.Usual());
            return await load.Ask(changed(view), asking.Actor, ct);
        }
    }
}
