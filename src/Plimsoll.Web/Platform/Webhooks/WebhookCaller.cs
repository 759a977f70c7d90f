using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using Plimsoll.Web.Platform.Http;
using Plimsoll.Web.Platform.Settings;

namespace Plimsoll.Web.Platform.Webhooks;

/// <summary>Asks what addresses a name has; the system's own way, but for tests.</summary>
public delegate Task<IPAddress[]> ResolveHost(string host, CancellationToken ct);

/// <summary>What came of one call.</summary>
public sealed record CallResult(
    int? Status,
    DeliveryTrouble? Trouble,
    string? Excerpt,
    int Milliseconds,
    TimeSpan? RetryAfter = null
)
{
    public bool IsDelivered => Status is >= 200 and < 300;

    /// <summary>Nobody answered: the next one would fare no better just now.</summary>
    public bool IsUnanswered => Status is null;
}

/// <summary>
/// Calls an address that somebody typed in. The name is resolved here and the connection goes to the very address that
/// was looked at, so a name that leads elsewhere a moment later changes nothing. Redirects are not followed, nothing of
/// ours goes along but the message, and little is read of the answer.
/// </summary>
public sealed class WebhookCaller : IDisposable
{
    private const int ReadAtMost = 4096;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private static readonly ProductInfoHeaderValue Name = new(
        "Plimsoll",
        typeof(WebhookCaller).Assembly.GetName().Version?.ToString(2)
    );

    private readonly HttpClient _client;
    private readonly PlimsollSettings _settings;
    private readonly ResolveHost _resolve;
    private readonly TimeProvider _clock;

    public WebhookCaller(PlimsollSettings settings, ResolveHost resolve, TimeProvider clock)
    {
        (_settings, _resolve, _clock) = (settings, resolve, clock);
        _client = new HttpClient(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                // A proxy would resolve the name once more, and itself be let in anywhere.
                UseProxy = false,
                MaxResponseHeadersLength = 16,
                MaxResponseDrainSize = ReadAtMost,
                PooledConnectionLifetime = TimeSpan.FromMinutes(2),
                ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator(),
                ConnectCallback = Connect,
            }
        )
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    public async Task<CallResult> Post(
        Uri address,
        IReadOnlyDictionary<string, string> headers,
        string payload,
        CancellationToken ct
    )
    {
        var began = Stopwatch.GetTimestamp();
        if (!_settings.Webhooks.Private && address.Scheme is not "https")
            return new CallResult(null, DeliveryTrouble.PrivateAddress, null, 0);
        using var patience = new CancellationTokenSource(Patience, _clock);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(ct, patience.Token);
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new StringContent(payload, Encoding.UTF8, "application/json"),
        };
        request.Headers.UserAgent.Add(Name);
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        try
        {
            using var answer = await _client.SendAsync(
                request,
                HttpCompletionOption.ResponseHeadersRead,
                end.Token
            );
            var excerpt = await Excerpt(answer, end.Token);
            var status = (int)answer.StatusCode;
            return new CallResult(
                status,
                TroubleOf(status),
                excerpt,
                Since(began),
                RetryAfter(answer)
            );
        }
        catch (Exception e)
            when (e is HttpRequestException or OperationCanceledException or IOException
                && !ct.IsCancellationRequested
            )
        {
            return new CallResult(null, TroubleOf(e), null, Since(began));
        }
    }

    public void Dispose() => _client.Dispose();

    private async ValueTask<Stream> Connect(
        SocketsHttpConnectionContext context,
        CancellationToken ct
    )
    {
        var target = context.DnsEndPoint;
        var addresses = IPAddress.TryParse(target.Host, out var literal)
            ? [literal]
            : await _resolve(target.Host, ct);
        var open = Array.FindAll(addresses, a => _settings.Webhooks.Private || PublicAddress.Is(a));
        if (open.Length == 0 && addresses.Length > 0)
            throw new AddressIsClosed(target.Host);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(open, target.Port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>The beginning of the answer as text; an answer that breaks off is an answer all the same.</summary>
    private static async Task<string?> Excerpt(HttpResponseMessage answer, CancellationToken ct)
    {
        var buffer = new byte[ReadAtMost];
        var read = 0;
        try
        {
            await using var body = await answer.Content.ReadAsStreamAsync(ct);
            read = await body.ReadAtLeastAsync(buffer, ReadAtMost, throwOnEndOfStream: false, ct);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException) { }
        var text = new StringBuilder();
        foreach (var letter in Encoding.UTF8.GetString(buffer, 0, read).EnumerateRunes())
        {
            if (text.Length + letter.Utf16SequenceLength > Delivery.ExcerptLimit)
                break;
            if (!Rune.IsControl(letter) || letter.Value is '\n' or '\t')
                text.Append(letter.ToString());
        }
        return text.Length == 0 ? null : text.ToString();
    }

    private TimeSpan? RetryAfter(HttpResponseMessage answer) =>
        answer.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - _clock.GetUtcNow(),
            _ => null,
        };

    private static DeliveryTrouble? TroubleOf(int status) =>
        status switch
        {
            < 300 => null,
            < 400 => DeliveryTrouble.Redirected,
            _ => DeliveryTrouble.Refused,
        };

    private static DeliveryTrouble TroubleOf(Exception e) =>
        e switch
        {
            OperationCanceledException => DeliveryTrouble.TookTooLong,
            { InnerException: AddressIsClosed } => DeliveryTrouble.PrivateAddress,
            { InnerException: AuthenticationException } => DeliveryTrouble.NotTrusted,
            {
                InnerException: SocketException
                {
                    SocketErrorCode: SocketError.HostNotFound
                        or SocketError.NoData
                        or SocketError.TryAgain
                }
            } => DeliveryTrouble.NoSuchHost,
            _ => DeliveryTrouble.NotReached,
        };

    private static int Since(long began) => (int)Stopwatch.GetElapsedTime(began).TotalMilliseconds;

    /// <summary>Every address of the name lies where nothing of ours may call.</summary>
    private sealed class AddressIsClosed(string host)
        : IOException($"{host} leads into a private network.");
}
