using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Plimsoll.Bench;

/// <summary>What is measured of one workspace's board.</summary>
internal sealed class Board(string program, Place place, DateOnly first, int port)
{
    private const string Encoding = "br";
    private const int Viewers = 30;
    private static readonly string AllCores = $"0-{Environment.ProcessorCount - 1}";

    private (string Email, string Password, string Token) _owner;

    private string Week =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{ISOWeek.GetYear(first.ToDateTime(default)):D4}-W{ISOWeek.GetWeekOfYear(first.ToDateTime(default)):D2}"
        );

    private string View => $"from={Week}&weeks={ScaledDataset.Weeks}";

    private string Page => $"/load?{View}";

    public async Task Load(string dataset) => _owner = await Server.Load(program, place, dataset);

    public async Task<Figures> Measure(Action<string> say)
    {
        var figures = new Figures { Bookings = await BareSql.Bookings(place) };
        say("start to first page, idle memory");
        await Start(figures);
        say("the page on one core");
        await PageOnOneCore(figures);
        say("pages a second");
        await PagesPerSecond(figures);
        say("edits and their echo");
        await Edits(figures);
        say("viewers");
        await Watch(figures);
        say("bare SQL");
        figures.BareSql = await BareSql.Milliseconds(place, first, rounds: 100);
        return figures;
    }

    /// <summary>Only the page's time, for the workspace with history.</summary>
    public async Task<double> PageP50()
    {
        var figures = new Figures();
        await PageOnOneCore(figures);
        return figures.PageP50;
    }

    private async Task Start(Figures figures)
    {
        var starts = new Times();
        for (var i = 0; i < 5; i++)
        {
            var began = Stopwatch.GetTimestamp();
            using var server = await Server.Start(program, place, port, AllCores);
            using var http = new HttpClient { BaseAddress = server.Address };
            using var page = await http.GetAsync(new Uri("/signin", UriKind.Relative));
            _ = page.EnsureSuccessStatusCode();
            starts.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            if (i < 4)
                continue;
            await Task.Delay(TimeSpan.FromSeconds(10));
            figures.IdleMegabytes = server.MegabytesResident;
        }
        figures.StartToFirstPage = starts.P50 / 1000;
    }

    private async Task PageOnOneCore(Figures figures)
    {
        using var server = await Server.Start(program, place, port, "0");
        using var visitor = await SignedIn(server);
        var times = await Times.Of(60, 20, _ => visitor.Read(Page, Encoding));
        var cpu = server.Cpu;
        times = await Times.Of(0, 300, _ => visitor.Read(Page, Encoding));
        figures.CpuPerPage = (server.Cpu - cpu).TotalMilliseconds / 300;
        (figures.PageP50, figures.PageP95) = (times.P50, times.P95);
        figures.BrotliKilobytes = await visitor.Read(Page, "br") / 1024.0;
        figures.GzipKilobytes = await visitor.Read(Page, "gzip") / 1024.0;
    }

    private async Task PagesPerSecond(Figures figures)
    {
        using var server = await Server.Start(program, place, port, AllCores);
        using var visitor = await SignedIn(server);
        _ = await Times.Of(60, 0, _ => visitor.Read(Page, Encoding));
        var clock = Stopwatch.StartNew();
        var read = 0;
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ReadOn()));
        figures.PagesPerSecond = read / clock.Elapsed.TotalSeconds;

        async Task ReadOn()
        {
            using var other = await SignedIn(server);
            while (clock.Elapsed < TimeSpan.FromSeconds(15))
            {
                _ = await other.Read(Page, Encoding);
                _ = Interlocked.Increment(ref read);
            }
        }
    }

    private async Task Edits(Figures figures)
    {
        using var server = await Server.Start(program, place, port, AllCores);
        using var typist = Visitor.WithToken(server.Address, _owner.Token);
        using var second = await SignedIn(server);
        using var stop = new CancellationTokenSource();
        var heard = new ConcurrentDictionary<string, long>();
        var following = second.Follow($"/load/live?{View}", line => Hear(line, heard), stop.Token);
        var cells = await Cells.Of(typist, View);
        _ = await Times.Of(40, 0, i => cells.Type(typist, i));
        figures.EditP95 = (await Times.Of(0, 300, i => cells.Type(typist, 40 + i))).P95;
        var echoes = new Times();
        // Alone, each after the last was seen: so that the echo is not that of a queue.
        for (var i = 0; i < 100; i++)
        {
            var began = Stopwatch.GetTimestamp();
            var batch = await cells.Type(typist, 400 + i);
            while (!heard.ContainsKey(batch) && Stopwatch.GetElapsedTime(began).TotalSeconds < 5)
                await Task.Delay(1);
            echoes.Add(
                heard.TryGetValue(batch, out var at)
                    ? Stopwatch.GetElapsedTime(began, at).TotalMilliseconds
                    : 5000
            );
        }
        figures.SecondViewerP95 = echoes.P95;
        await stop.CancelAsync();
        await Ended(following);
    }

    private async Task Watch(Figures figures)
    {
        using var server = await Server.Start(program, place, port, AllCores);
        using var typist = Visitor.WithToken(server.Address, _owner.Token);
        using var first = await SignedIn(server);
        var cells = await Cells.Of(typist, View);
        _ = await Times.Of(60, 0, _ => first.Read(Page, Encoding));
        _ = await Times.Of(20, 0, i => cells.Type(typist, i));
        await Task.Delay(TimeSpan.FromSeconds(5));
        var before = server.MegabytesResident;
        using var stop = new CancellationTokenSource();
        var viewers = new List<Visitor>();
        var following = new List<Task>();
        for (var i = 0; i < Viewers; i++)
        {
            var viewer = await SignedIn(server);
            viewers.Add(viewer);
            _ = await viewer.Read(Page, Encoding);
            following.Add(viewer.Follow($"/load/live?{View}", _ => { }, stop.Token));
        }
        _ = await Times.Of(50, 0, i => cells.Type(typist, 20 + i));
        await Task.Delay(TimeSpan.FromSeconds(5));
        figures.MegabytesPerViewer = (server.MegabytesResident - before) / Viewers;
        await stop.CancelAsync();
        foreach (var one in following)
            await Ended(one);
        viewers.ForEach(v => v.Dispose());
    }

    private Task<Visitor> SignedIn(Server server) =>
        Visitor.SignIn(server.Address, _owner.Email, _owner.Password);

    private static void Hear(string line, ConcurrentDictionary<string, long> heard)
    {
        var at = Stopwatch.GetTimestamp();
        using var said = JsonDocument.Parse(line["data:".Length..]);
        if (
            said.RootElement.ValueKind is JsonValueKind.Object
            && said.RootElement.TryGetProperty("batch", out var batch)
            && batch.ValueKind is JsonValueKind.String
        )
            _ = heard.TryAdd(batch.GetString()!, at);
    }

    private static async Task Ended(Task following)
    {
        try
        {
            await following;
        }
        catch (OperationCanceledException) { }
    }
}
