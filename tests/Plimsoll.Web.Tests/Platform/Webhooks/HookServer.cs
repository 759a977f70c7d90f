using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Plimsoll.Web.Tests.Platform.Webhooks;

/// <summary>What the other side was sent.</summary>
public sealed record Call(
    string Path,
    string Id,
    string Timestamp,
    string Signature,
    string ContentType,
    string Body
)
{
    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Body);

    public string Type => Json.GetProperty("type").GetString()!;

    /// <summary>As the specification says it, by nothing of ours.</summary>
    public bool IsSignedWith(string secret)
    {
        using var mac = new HMACSHA256(Convert.FromBase64String(secret["whsec_".Length..]));
        var expected = mac.ComputeHash(Encoding.UTF8.GetBytes($"{Id}.{Timestamp}.{Body}"));
        return Signature.Split(' ').Contains("v1," + Convert.ToBase64String(expected));
    }
}

/// <summary>The other side: a real HTTP server on loopback that keeps what it is sent.</summary>
public sealed class HookServer : IAsyncDisposable
{
    private readonly ConcurrentQueue<Call> _calls = new();
    private readonly WebApplication _app;
    private TaskCompletionSource _next = New();

    private HookServer(WebApplication app) => _app = app;

    /// <summary>What it answers.</summary>
    public Func<HttpContext, Task> Answer { get; set; } =
        http =>
        {
            http.Response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        };

    public IReadOnlyList<Call> Calls => [.. _calls];

    /// <summary>Ends with the next call that comes in.</summary>
    public Task Next => Volatile.Read(ref _next).Task;

    public string Address => _app.Urls.First() + "/hook";

    public int Port => new Uri(Address).Port;

    /// <summary>The setting that lets calls come here.</summary>
    public static (string Name, string Value)[] Allowed => [("Webhooks:Private", "true")];

    public static async Task<HookServer> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var server = new HookServer(builder.Build());
        server._app.Run(server.Take);
        await server._app.StartAsync(TestAgency.Now);
        return server;
    }

    public void Answers(int status) =>
        Answer = http =>
        {
            http.Response.StatusCode = status;
            return Task.CompletedTask;
        };

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task Take(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var headers = http.Request.Headers;
        _calls.Enqueue(
            new Call(
                http.Request.Path,
                headers["webhook-id"].ToString(),
                headers["webhook-timestamp"].ToString(),
                headers["webhook-signature"].ToString(),
                http.Request.ContentType!,
                await reader.ReadToEndAsync()
            )
        );
        Interlocked.Exchange(ref _next, New()).TrySetResult();
        await Answer(http);
    }

    private static TaskCompletionSource New() =>
        new(TaskCreationOptions.RunContinuationsAsynchronously);
}
