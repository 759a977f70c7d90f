using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace Plimsoll.Bench;

/// <summary>Where a workspace lies: a folder, and on PostgreSQL a database too.</summary>
internal sealed record Place(string Name, string Folder, string? Connection)
{
    public void Describe(ProcessStartInfo start)
    {
        start.Environment["PLIMSOLL__DATA"] = Folder;
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        start.Environment["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Warning";
        if (Connection is not null)
            start.Environment["PLIMSOLL__DATABASE"] = Connection;
    }
}

/// <summary>The released program as a process of its own, listening on loopback.</summary>
internal sealed class Server : IDisposable
{
    private readonly Process _process;

    private Server(Process process, Uri address, TimeSpan untilReady)
    {
        (_process, Address, UntilReady) = (process, address, untilReady);
    }

    public Uri Address { get; }

    public TimeSpan UntilReady { get; }

    public TimeSpan Cpu
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public double MegabytesResident
    {
        get
        {
            var line = File.ReadLines($"/proc/{_process.Id}/status")
                .First(l => l.StartsWith("VmRSS", StringComparison.Ordinal));
            return double.Parse(
                    line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
                    CultureInfo.InvariantCulture
                ) / 1024;
        }
    }

    /// <summary>Starts it on some of the cores, and waits until it is ready.</summary>
    public static async Task<Server> Start(string program, Place place, int port, string cores)
    {
        var start = new ProcessStartInfo("taskset")
        {
            WorkingDirectory = program,
            ArgumentList = { "-c", cores, "dotnet", "Plimsoll.Web.dll" },
        };
        place.Describe(start);
        start.Environment["PLIMSOLL__PORT"] = port.ToString(CultureInfo.InvariantCulture);
        var clock = Stopwatch.StartNew();
        var process = Process.Start(start)!;
        var address = new Uri($"http://127.0.0.1:{port}");
        using var http = new HttpClient { BaseAddress = address };
        while (!await IsReady(http))
        {
            if (process.HasExited || clock.Elapsed > TimeSpan.FromMinutes(1))
                throw new InvalidOperationException("The server did not start.");
            await Task.Delay(10);
        }
        return new Server(process, address, clock.Elapsed);
    }

    /// <summary>Loads the data set; answers with the owner's address, password and token.</summary>
    public static async Task<(string Email, string Password, string Token)> Load(
        string program,
        Place place,
        string dataset
    )
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = program,
            ArgumentList = { "Plimsoll.Web.dll", "load-dataset", dataset },
            RedirectStandardOutput = true,
        };
        place.Describe(start);
        using var process = Process.Start(start)!;
        var said = (await process.StandardOutput.ReadToEndAsync()).Trim().Split('\n');
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException("The data set could not be loaded.");
        var words = said.First(l => l.StartsWith("Its owner", StringComparison.Ordinal)).Split(' ');
        return (words[5], words[^1], said[^1]);
    }

    public void Dispose()
    {
        // The runtime stops cleanly on TERM; Kill would leave a write-ahead log for the next start to read.
        using (Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]))
        { }
        _process.WaitForExit(TimeSpan.FromSeconds(20));
        _process.Dispose();
    }

    private static async Task<bool> IsReady(HttpClient http)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri("/health/ready", UriKind.Relative));
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
