using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using MimeKit;

namespace Plimsoll.Web.Tests.Platform;

/// <summary>A mail server on loopback that keeps what it is given; enough of RFC 5321 for one honest client.</summary>
public sealed class MailServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<MimeMessage> _letters = new();
    private readonly Task _work;

    public MailServer()
    {
        _listener.Start();
        _work = Listen();
    }

    /// <summary>What it answers to a receiver's address; 250 takes it.</summary>
    public string Reply { get; set; } = "250 Fine";

    public IReadOnlyList<MimeMessage> Letters => [.. _letters];

    /// <summary>The settings that lead letters here.</summary>
    public (string Name, string Value)[] Settings =>
        [
            ("Address", "http://plimsoll.example"),
            ("Smtp:Host", "127.0.0.1"),
            (
                "Smtp:Port",
                ((IPEndPoint)_listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture)
            ),
            ("Smtp:From", "Plimsoll <plimsoll@agency.example>"),
            ("Smtp:Security", "none"),
        ];

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _work;
        _stop.Dispose();
    }

    private async Task Listen()
    {
        try
        {
            while (true)
                _ = Serve(await _listener.AcceptTcpClientAsync(_stop.Token));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException) { }
    }

    private async Task Serve(TcpClient client)
    {
        using var owned = client;
        try
        {
            await using var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.UTF8);
            await Say(stream, "220 post");
            while (await reader.ReadLineAsync(_stop.Token) is { } line)
                switch (line.Split(' ', ':')[0].ToUpperInvariant())
                {
                    case "RCPT":
                        await Say(stream, Reply);
                        break;
                    case "DATA":
                        await Say(stream, "354 Go on");
                        await Keep(reader);
                        await Say(stream, "250 Kept");
                        break;
                    case "QUIT":
                        await Say(stream, "221 Bye");
                        return;
                    default:
                        await Say(stream, "250 Fine");
                        break;
                }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException) { }
    }

    private async Task Keep(StreamReader reader)
    {
        var text = new StringBuilder();
        while (await reader.ReadLineAsync(_stop.Token) is { } line and not ".")
            text.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(text.ToString()));
        _letters.Enqueue(await MimeMessage.LoadAsync(bytes, _stop.Token));
    }

    private async Task Say(NetworkStream stream, string line) =>
        await stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"), _stop.Token);
}
