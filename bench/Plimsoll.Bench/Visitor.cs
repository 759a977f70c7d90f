using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Plimsoll.Bench;

/// <summary>A browser of the owner: one connection, one session.</summary>
internal sealed partial class Visitor : IDisposable
{
    private readonly HttpClient _http;
    private readonly SocketsHttpHandler _handler;

    private Visitor(Uri address)
    {
        _handler = new SocketsHttpHandler
        {
            MaxConnectionsPerServer = 2,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            CookieContainer = new CookieContainer(),
        };
        _http = new HttpClient(_handler)
        {
            BaseAddress = address,
            Timeout = TimeSpan.FromMinutes(5),
        };
    }

    public static async Task<Visitor> SignIn(Uri address, string email, string password)
    {
        var visitor = new Visitor(address);
        var form = await visitor._http.GetStringAsync("/signin");
        using var answer = await visitor._http.PostAsync(
            "/signin",
            new FormUrlEncodedContent([
                new("_handler", "signin"),
                new("__RequestVerificationToken", FormToken().Match(form).Groups[1].Value),
                new("Form.Email", email),
                new("Form.Password", password),
                new("Form.Stay", "true"),
            ])
        );
        return answer.StatusCode == HttpStatusCode.Redirect
            ? visitor
            : throw new InvalidOperationException($"Signing in answered {answer.StatusCode}.");
    }

    /// <summary>A program with a token.</summary>
    public static Visitor WithToken(Uri address, string token)
    {
        var visitor = new Visitor(address);
        visitor._http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer",
            token
        );
        return visitor;
    }

    /// <summary>Reads a page to its last byte; answers with the bytes that went over the wire.</summary>
    public async Task<int> Read(string page, string encoding)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, page);
        if (encoding.Length > 0)
            request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue(encoding));
        using var answer = await _http.SendAsync(request);
        if (answer.StatusCode != HttpStatusCode.OK)
            throw new InvalidOperationException($"{page} answered {answer.StatusCode}.");
        return (await answer.Content.ReadAsByteArrayAsync()).Length;
    }

    public async Task<JsonElement> Get(string route) =>
        await _http.GetFromJsonAsync<JsonElement>(route);

    public async Task<JsonElement> Post(string route, object body)
    {
        using var answer = await _http.PostAsJsonAsync(route, body);
        var said = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return answer.IsSuccessStatusCode
            ? said
            : throw new InvalidOperationException($"{route} answered {answer.StatusCode}: {said}");
    }

    /// <summary>Follows a live board; each event is handed on as it comes in.</summary>
    public async Task Follow(string route, Action<string> heard, CancellationToken until)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, route);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        using var answer = await _http.SendAsync(
            request,
            HttpCompletionOption.ResponseHeadersRead,
            until
        );
        if (answer.StatusCode != HttpStatusCode.OK)
            throw new InvalidOperationException($"{route} answered {answer.StatusCode}.");
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(until));
        while (await reader.ReadLineAsync(until) is { } line)
            if (line.StartsWith("data:", StringComparison.Ordinal))
                heard(line);
    }

    public void Dispose()
    {
        _http.Dispose();
        _handler.Dispose();
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex FormToken();
}
