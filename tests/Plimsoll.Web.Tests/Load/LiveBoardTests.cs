using System.Text.Json;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Load.Store;
using Plimsoll.Web.Load.UseCases;
using Plimsoll.Web.Tests.Platform;
using static Plimsoll.Web.Tests.Load.PlanActs;
using static Plimsoll.Web.Tests.Load.PlanOf;

namespace Plimsoll.Web.Tests.Load;

public sealed class LiveBoardTests
{
    [Theory, OnEachDatabase]
    public async Task A_change_is_on_every_open_board(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var (li, nordwind) = (await agency.Person("Li Wei"), await agency.Project("Nordwind"));
        await using var board = await Watch(agency, agency.Owner);

        var changed = await agency.Type(li, nordwind, "40");

        var plan = await board.Next("plan");
        plan.GetProperty("batch").GetGuid().ShouldBe(changed.Value.Batch);
        plan.GetProperty("by").GetProperty("name").GetString().ShouldBe("Olga Owner");
        plan.GetProperty("cells")[0]
            .GetProperty("now")
            .GetProperty("confirmed")
            .GetInt32()
            .ShouldBe(960);
        plan.GetProperty("weeks")[0]
            .GetProperty("percent")
            .GetProperty("load")
            .GetInt32()
            .ShouldBe(40);
        board.LastId.ShouldBe(changed.Value.LastFact);
    }

    [Theory, OnEachDatabase]
    public async Task A_board_that_comes_back_is_told_what_it_missed(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var (li, nordwind) = (await agency.Person("Li Wei"), await agency.Project("Nordwind"));
        var seen = (await agency.Type(li, nordwind, "40")).Value.LastFact;
        await agency.Type(li, nordwind, "50");

        await using var board = await Watch(agency, agency.Owner, seen);

        (await board.Next("plan"))
            .GetProperty("cells")[0]
            .GetProperty("now")
            .GetProperty("confirmed")
            .GetInt32()
            .ShouldBe(1200);
    }

    [Theory, OnEachDatabase]
    public async Task Nobody_is_told_of_those_she_may_not_see(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var vera = await agency.Someone(Position.AccountManager, "Vera");
        var mate = await agency.Person("Team Mate");
        await agency.Team("Own", vera.Person, mate.Id);
        var (mine, foreign) = (
            await agency.Project("Mine", vera.Person),
            await agency.Project("Foreign")
        );
        var (stranger, lent) = (await agency.Person("Stranger"), await agency.Person("Lent"));
        await agency.Confirmed(lent, mine, 480);
        await using var board = await Watch(agency, vera);

        await agency.Change(
            Set(stranger, foreign, Cell(600, 0)),
            Set(lent, foreign, Cell(700, 0)),
            Set(mate, mine, Cell(480, 0))
        );

        var plan = await board.Next("plan");
        plan.GetProperty("by").GetProperty("name").GetString().ShouldBe("");
        plan.GetProperty("cells")
            .EnumerateArray()
            .Select(c => c.GetProperty("person").GetGuid())
            .ShouldBe([mate.Id.Value]);
        var weeks = plan.GetProperty("weeks").EnumerateArray().ToList();
        weeks
            .Select(w => w.GetProperty("person").GetGuid())
            .ShouldBe([lent.Id.Value, mate.Id.Value], ignoreOrder: true);
        plan.GetRawText().ShouldNotContain(foreign.Id.ToString());
        plan.GetRawText().ShouldNotContain(stranger.Id.ToString());
        var other = weeks
            .Single(w => w.GetProperty("person").GetGuid() == lent.Id.Value)
            .GetProperty("parts")
            .EnumerateArray()
            .Single(p => p.GetProperty("project").ValueKind == JsonValueKind.Null);
        other.GetProperty("confirmed").GetProperty("minutes").GetInt32().ShouldBe(700);
    }

    [Theory, OnEachDatabase]
    public async Task Who_else_looks_is_shown_to_those_who_may_see_her(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var vera = await agency.Someone(Position.AccountManager, "Vera");
        var li = await agency.Person("Li Wei");
        await using var owners = await Watch(agency, agency.Owner);
        await using var veras = await Watch(agency, vera);

        var here = await owners.Next("here", h => h.GetArrayLength() == 2);
        here[1].GetProperty("initials").GetString().ShouldBe("V");
        var told = await veras.Next("here");
        told.GetArrayLength().ShouldBe(1);

        var cell = $"{li.Id}||2026-W48";
        await veras.Browser.Send(
            HttpMethod.Post,
            "/load/here",
            new { stream = veras.Stream, cell }
        );
        await owners.Next(
            "here",
            h => h.EnumerateArray().Any(w => w.GetProperty("cell").GetString() == cell)
        );
    }

    [Theory, OnEachDatabase]
    public async Task Who_looks_on_another_node_is_shown_too_until_she_goes(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        await using var other = agency.Twin();
        var dora = await agency.Someone(Position.Director, "Dora");
        var li = await agency.Person("Li Wei");
        var cell = $"{li.Id}||2026-W48";
        await using var owners = await Watch(agency, agency.Owner);
        await using (var doras = await Watch(other, dora))
        {
            await owners.Next("here", h => h.GetArrayLength() == 2);
            await doras.Next("here", h => h.GetArrayLength() == 2);

            // A request may come to any node: this one has not her stream.
            using var elsewhere = await agency.SignedIn(dora);
            await elsewhere.Send(
                HttpMethod.Post,
                "/load/here",
                new { stream = doras.Stream, cell }
            );

            await owners.Next(
                "here",
                h => h.EnumerateArray().Any(w => w.GetProperty("cell").GetString() == cell)
            );
        }
        await owners.Next("here", h => h.GetArrayLength() == 1);
    }

    [Theory, OnEachDatabase]
    public async Task Nobody_stays_on_the_board_whose_node_has_died(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var li = await agency.Person("Li Wei");
        await agency.Keep(
            new BoardPresence
            {
                Stream = Guid.CreateVersion7(),
                Person = li.Id,
                Seen = agency.Clock.GetUtcNow().UtcDateTime,
            }
        );
        await using var board = await Watch(agency, agency.Owner);
        await board.Next("here", h => h.GetArrayLength() == 2);

        agency.Clock.Advance(TimeSpan.FromMinutes(2));

        await board.Next("here", h => h.GetArrayLength() == 1);
    }

    [Theory, OnEachDatabase]
    public async Task A_comment_makes_its_row_be_read_again(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var li = await agency.Person("Li Wei");
        await using var board = await Watch(agency, agency.Owner);

        await agency
            .Use<CommentOnCell>()
            .Run(new(li.Id, null, W48, "Half a week"), agency.Owner, TestAgency.Now);

        (await board.Next("people")).GetProperty("ids")[0].GetGuid().ShouldBe(li.Id.Value);
    }

    [Theory, OnEachDatabase]
    public async Task A_board_whose_session_has_ended_is_told_so(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/load/live?from=2026-W48");
        request.Headers.Accept.ParseAdd("text/event-stream");
        using var answer = await agency.Browser().SendAsync(request, TestAgency.Now);
        answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.Unauthorized);
    }

    private static async Task<OpenBoard> Watch(TestAgency agency, Actor actor, long? after = null)
    {
        var browser = await agency.SignedIn(actor);
        var answer = await browser.GetAsync(
            $"/load/live?from=2026-W48&weeks=8{(after is { } seen ? $"&after={seen}" : "")}",
            HttpCompletionOption.ResponseHeadersRead,
            TestAgency.Now
        );
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        var stream = new OpenBoard(
            browser,
            new StreamReader(await answer.Content.ReadAsStreamAsync(TestAgency.Now))
        );
        stream.Stream = (await stream.Next("hello")).GetProperty("stream").GetGuid();
        return stream;
    }

    /// <summary>An open board, as its script reads it.</summary>
    private sealed class OpenBoard(HttpClient browser, StreamReader reader) : IAsyncDisposable
    {
        public HttpClient Browser { get; } = browser;
        public long LastId { get; private set; }
        public Guid Stream { get; set; }

        public async Task<JsonElement> Next(string name, Func<JsonElement, bool>? which = null)
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestAgency.Now);
            patience.CancelAfter(TimeSpan.FromSeconds(30));
            var current = "";
            while (await reader.ReadLineAsync(patience.Token) is { } line)
                if (line.StartsWith("id: ", StringComparison.Ordinal))
                    LastId = long.Parse(
                        line[4..],
                        System.Globalization.CultureInfo.InvariantCulture
                    );
                else if (line.StartsWith("event: ", StringComparison.Ordinal))
                    current = line[7..];
                else if (line.StartsWith("data: ", StringComparison.Ordinal) && current == name)
                {
                    var data = JsonSerializer.Deserialize<JsonElement>(line[6..]);
                    if (which?.Invoke(data) ?? true)
                        return data;
                }
            throw new InvalidOperationException("The stream has ended.");
        }

        public ValueTask DisposeAsync()
        {
            reader.Dispose();
            Browser.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
