using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Plimsoll.Web.SignIn.UseCases;

namespace Plimsoll.Web.Tests.Platform;

/// <summary>Plimsoll as a process of its own on the agency's database, so that it can be killed.</summary>
internal sealed partial class OtherNode : IDisposable
{
    private static readonly string Program = Path.Combine(
        AppContext.BaseDirectory,
        "..",
        "..",
        "Plimsoll.Web",
        "debug",
        "Plimsoll.Web.dll"
    );
    private readonly Process _process;

    private OtherNode(Process process, HttpClient client)
    {
        _process = process;
        Client = client;
    }

    /// <summary>A program with a token of the owner.</summary>
    public HttpClient Client { get; }

    public static async Task<OtherNode> Start(
        TestAgency agency,
        params (string Name, string Value)[] settings
    )
    {
        // The other node's clock is the real one, and the token must stand by it.
        agency.Clock.SetUtcNow(TimeProvider.System.GetUtcNow());
        var token = await agency
            .Use<CreateToken>()
            .Run(new("node", ["*"], CreateToken.Lifetimes[^1]), agency.Owner, TestAgency.Now);
        var start = new ProcessStartInfo("dotnet", [Path.GetFullPath(Program)])
        {
            WorkingDirectory = Path.GetDirectoryName(Path.GetFullPath(Program))!,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PLIMSOLL__DATA"] = agency.Place.Folder;
        start.Environment["PLIMSOLL__DATABASE"] = agency.Place.ConnectionString ?? "";
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        foreach (var (name, value) in settings)
            start.Environment["PLIMSOLL__" + name] = value;
        var process = System.Diagnostics.Process.Start(start)!;
        process.BeginErrorReadLine();
        var listening = new TaskCompletionSource<Uri>();
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is null)
                listening.TrySetException(new InvalidOperationException("The node has ended."));
            else if (Listens().Match(line.Data) is { Success: true } found)
                listening.TrySetResult(new Uri(found.Groups[1].Value));
        };
        process.BeginOutputReadLine();
        var client = new HttpClient
        {
            BaseAddress = await listening.Task.WaitAsync(TimeSpan.FromMinutes(3), TestAgency.Now),
        };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer",
            token.Value
        );
        return new OtherNode(process, client);
    }

    /// <summary>SIGKILL: the program has no say in it.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        Client.Dispose();
        if (!_process.HasExited)
            _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    [GeneratedRegex("Now listening on: (http://127\\.0\\.0\\.1:\\d+)")]
    private static partial Regex Listens();
}
