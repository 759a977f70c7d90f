using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;
using MailKit.Security;
using MimeKit;

namespace Plimsoll.Web.Tests.Platform;

/// <summary>Debian's Dovecot on loopback, in a folder of its own, with one mailbox: a real IMAP server.</summary>
internal sealed class Mailbox : IAsyncDisposable
{
    private const string User = "reply";
    private const string Password = "a password";
    private static readonly string[] Programs = ["/usr/sbin/dovecot", "/usr/local/sbin/dovecot"];

    private readonly Process _server;
    private readonly string _folder;
    private readonly int _port;

    private Mailbox(Process server, string folder, int port) =>
        (_server, _folder, _port) = (server, folder, port);

    /// <summary>The settings that lead to it.</summary>
    public (string Name, string Value)[] Settings =>
        [
            ("Imap:Host", "127.0.0.1"),
            ("Imap:Port", _port.ToString(CultureInfo.InvariantCulture)),
            ("Imap:User", User),
            ("Imap:Password", Password),
            ("Imap:Address", "reply@agency.example"),
            ("Imap:Security", "none"),
        ];

    public static async Task<Mailbox> Start()
    {
        var folder = Directory.CreateTempSubdirectory("plimsoll-mailbox-").FullName;
        var port = FreePort();
        await File.WriteAllTextAsync(
            Path.Combine(folder, "users"),
            $"{User}:{{PLAIN}}{Password}\n",
            TestAgency.Now
        );
        var config = Path.Combine(folder, "dovecot.conf");
        await File.WriteAllTextAsync(config, Config(folder, port), TestAgency.Now);
        if (Environment.UserName == "root")
            await Run("chown", "-R", "mail:mail", folder);
        await Run("chmod", "755", folder);
        var server = Process.Start(
            new ProcessStartInfo(Programs.First(File.Exists), ["-F", "-c", config])
            {
                RedirectStandardError = true,
                RedirectStandardOutput = true,
            }
        )!;
        server.BeginErrorReadLine();
        server.BeginOutputReadLine();
        var box = new Mailbox(server, folder, port);
        await box.UntilItListens();
        return box;
    }

    /// <summary>Puts a letter into the mailbox, as a mail server would that has received it.</summary>
    public async Task Deliver(params IEnumerable<MimeMessage> letters)
    {
        using var imap = await Connect();
        foreach (var letter in letters)
            _ = await imap.Inbox!.AppendAsync(letter, MessageFlags.None, TestAgency.Now);
        await imap.DisconnectAsync(true, TestAgency.Now);
    }

    public async Task<IReadOnlyList<(string Subject, MessageFlags Flags)>> Look(
        string folder = "INBOX"
    )
    {
        using var imap = await Connect();
        var box = await imap.GetFolderAsync(folder, TestAgency.Now);
        _ = await box.OpenAsync(FolderAccess.ReadOnly, TestAgency.Now);
        var all = await box.FetchAsync(
            await box.SearchAsync(SearchQuery.All, TestAgency.Now),
            MessageSummaryItems.Envelope | MessageSummaryItems.Flags,
            TestAgency.Now
        );
        await imap.DisconnectAsync(true, TestAgency.Now);
        return
        [
            .. all.Select(m => (m.Envelope!.Subject ?? "", m.Flags!.Value & ~MessageFlags.Recent)),
        ];
    }

    public async Task MakeFolder(string name)
    {
        using var imap = await Connect();
        var root = imap.GetFolder(imap.PersonalNamespaces[0]);
        _ = await root.CreateAsync(name, true, TestAgency.Now);
        await imap.DisconnectAsync(true, TestAgency.Now);
    }

    /// <summary>As after a crash between the work and its mark: every letter is new again.</summary>
    public async Task Forget()
    {
        using var imap = await Connect();
        _ = await imap.Inbox!.OpenAsync(FolderAccess.ReadWrite, TestAgency.Now);
        await imap.Inbox.RemoveFlagsAsync(
            await imap.Inbox.SearchAsync(SearchQuery.All, TestAgency.Now),
            MessageFlags.Seen | MessageFlags.Flagged,
            true,
            TestAgency.Now
        );
        await imap.DisconnectAsync(true, TestAgency.Now);
    }

    public async ValueTask DisposeAsync()
    {
        await Run("kill", _server.Id.ToString(CultureInfo.InvariantCulture));
        await _server.WaitForExitAsync(CancellationToken.None);
        _server.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<ImapClient> Connect()
    {
        var imap = new ImapClient();
        await imap.ConnectAsync("127.0.0.1", _port, SecureSocketOptions.None, TestAgency.Now);
        await imap.AuthenticateAsync(User, Password, TestAgency.Now);
        return imap;
    }

    private async Task UntilItListens()
    {
        for (var tries = 0; ; tries++)
            try
            {
                (await Connect()).Dispose();
                return;
            }
            catch (Exception e) when (tries < 200 && e is SocketException or ImapProtocolException)
            {
                if (_server.HasExited)
                    throw new InvalidOperationException("Dovecot did not start: " + Log());
                await Task.Delay(50, TestAgency.Now);
            }
    }

    private string Log() =>
        Path.Combine(_folder, "log") is var log && File.Exists(log) ? File.ReadAllText(log) : "";

    private static string Config(string folder, int port)
    {
        var me = Environment.UserName;
        var isRoot = me == "root";
        return $$"""
            protocols = imap
            listen = 127.0.0.1
            base_dir = {{folder}}/run
            state_dir = {{folder}}/state
            log_path = {{folder}}/log
            ssl = no
            disable_plaintext_auth = no
            mail_location = maildir:{{folder}}/mail
            first_valid_uid = 1
            {{(isRoot ? "" : $"default_internal_user = {me}\ndefault_login_user = {me}\n")}}
            passdb {
              driver = passwd-file
              args = {{folder}}/users
            }
            userdb {
              driver = static
              args = uid={{(isRoot ? "mail" : me)}} gid={{(isRoot ? "mail" : me)}} home={{folder}}
            }
            service imap-login {
              chroot =
              inet_listener imap {
                port = {{port}}
              }
              inet_listener imaps {
                port = 0
              }
            }
            service anvil {
              chroot =
            }
            """;
    }

    private static async Task Run(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        await process.WaitForExitAsync(CancellationToken.None);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
