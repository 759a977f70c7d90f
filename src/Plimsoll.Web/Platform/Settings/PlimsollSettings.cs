namespace Plimsoll.Web.Platform.Settings;

/// <summary>
/// Every setting of Plimsoll. Read from <c>plimsoll.json</c> in the data folder and from the environment
/// (<c>PLIMSOLL__NAME</c>, which wins). Each one is described in docs/operating/settings.md.
/// </summary>
public sealed class PlimsollSettings
{
    public const string Section = "Plimsoll";

    /// <summary>Folder of everything Plimsoll keeps: the SQLite file, keys, uploads.</summary>
    public string Data { get; set; } = "data";

    /// <summary>A PostgreSQL connection string; empty means SQLite in the data folder.</summary>
    public string? Database { get; set; }

    /// <summary>The address people reach this server at, for links in mail: <c>https://plimsoll.example</c>.</summary>
    public string? Address { get; set; }

    /// <summary>TCP port on loopback when no other listening address is set, 1 to 65535.</summary>
    public int Port { get; set; } = 5080;

    /// <summary>Whether the reverse proxy in front sets X-Forwarded headers that can be believed.</summary>
    public bool BehindProxy { get; set; }

    /// <summary>Days a session stays signed in without being used, 1 to 365.</summary>
    public int SessionDays { get; set; } = 30;

    /// <summary>The largest file that may be brought in, in megabytes, 1 to 200.</summary>
    public int UploadMegabytes { get; set; } = 25;

    /// <summary>Fill an empty workspace with the sample agency at start.</summary>
    public bool Sample { get; set; }

    /// <summary>Address of an OpenTelemetry collector (OTLP); empty means none.</summary>
    public string? Telemetry { get; set; }

    /// <summary><c>text</c>, one readable line for each event, or <c>json</c>, one object for each.</summary>
    public string Logs { get; set; } = "text";

    public SmtpSettings Smtp { get; set; } = new();

    public WebhookSettings Webhooks { get; set; } = new();

    public ImapSettings Imap { get; set; } = new();

    /// <summary>A whole link for a letter. Letters are written only where <see cref="Address"/> is set.</summary>
    public string LinkTo(string path) =>
        (Address ?? $"http://127.0.0.1:{Port}").TrimEnd('/') + path;
}

/// <summary>The mail server that letters go out through; no host means links are shown instead of sent.</summary>
public sealed class SmtpSettings
{
    public string? Host { get; set; }
    public int Port { get; set; } = 587;
    public string? User { get; set; }
    public string? Password { get; set; }

    /// <summary>The sender: <c>Plimsoll &lt;plimsoll@agency.example&gt;</c>.</summary>
    public string? From { get; set; }

    /// <summary><c>auto</c>, <c>none</c>, <c>starttls</c> or <c>tls</c>.</summary>
    public string Security { get; set; } = "auto";
}

/// <summary>How other programs are told of what happens.</summary>
public sealed class WebhookSettings
{
    /// <summary>Whether calls may go into private networks, to this machine too, and over plain http.</summary>
    public bool Private { get; set; }
}

/// <summary>The mailbox that answers to letters come to; no host means that letters cannot be answered.</summary>
public sealed class ImapSettings
{
    public string? Host { get; set; }
    public int Port { get; set; } = 993;
    public string? User { get; set; }
    public string? Password { get; set; }

    /// <summary>The mailbox's own address, which takes <c>+TOKEN</c> before the at sign: <c>reply@agency.example</c>.</summary>
    public string? Address { get; set; }

    public string Folder { get; set; } = "INBOX";

    /// <summary>Where read letters are moved to; none leaves them where they are, marked as read.</summary>
    public string? DoneFolder { get; set; }

    /// <summary><c>auto</c>, <c>none</c>, <c>starttls</c> or <c>tls</c>.</summary>
    public string Security { get; set; } = "auto";
}
