using System.Globalization;
using System.Reflection;
using MimeKit;
using Npgsql;

namespace Plimsoll.Web.Platform.Settings;

/// <summary>Reads the settings and stops the start with a sentence that names the wrong one.</summary>
public static class SettingsCheck
{
    public static PlimsollSettings Read(IConfiguration configuration)
    {
        var section = configuration.GetSection(PlimsollSettings.Section);
        RefuseUnknown(section, typeof(PlimsollSettings), "");
        var settings = new PlimsollSettings();
        try
        {
            section.Bind(settings);
        }
        catch (InvalidOperationException e)
        {
            throw new CannotStart(Unreadable(e), e);
        }
        Check(settings);
        return settings;
    }

    private static void RefuseUnknown(IConfigurationSection section, Type type, string path)
    {
        foreach (var child in section.GetChildren())
        {
            var property = type.GetProperties()
                .FirstOrDefault(p => p.Name.Equals(child.Key, StringComparison.OrdinalIgnoreCase));
            if (property is null)
                throw new CannotStart(
                    $"There is no setting {Name(path + child.Key)}; the settings are: {string.Join(", ", type.GetProperties().Select(p => Name(path + p.Name)))}."
                );
            if (property.PropertyType.IsClass && property.PropertyType != typeof(string))
                RefuseUnknown(child, property.PropertyType, child.Key + "__");
        }
    }

    private static void Check(PlimsollSettings s)
    {
        Range(nameof(s.Port), s.Port, 1, 65535);
        Range(nameof(s.SessionDays), s.SessionDays, 1, 365);
        Range(nameof(s.UploadMegabytes), s.UploadMegabytes, 1, 200);
        Range("Smtp__Port", s.Smtp.Port, 1, 65535);
        Range("Imap__Port", s.Imap.Port, 1, 65535);
        if (string.IsNullOrWhiteSpace(s.Data))
            throw new CannotStart(
                $"The setting {Name(nameof(s.Data))} is empty; it names the folder that holds everything."
            );
        Web(nameof(s.Address), s.Address);
        Web(nameof(s.Telemetry), s.Telemetry);
        Connection(s.Database);
        Mailbox(s.Imap);
        if (s.Logs is not ("text" or "json"))
            throw new CannotStart(
                $"The setting {Name(nameof(s.Logs))} is \"{s.Logs}\"; it can be text or json."
            );
        Security("Smtp__Security", s.Smtp.Security);
        Security("Imap__Security", s.Imap.Security);
        if (!string.IsNullOrEmpty(s.Smtp.Host) && !MailboxAddress.TryParse(s.Smtp.From, out _))
            throw new CannotStart(
                $"The setting {Name("Smtp__From")} must be a mail address when {Name("Smtp__Host")} is set."
            );
        // Never taken from the request: whoever sends a Host header would choose where a reset link leads.
        if (!string.IsNullOrEmpty(s.Smtp.Host) && string.IsNullOrEmpty(s.Address))
            throw new CannotStart(
                $"The setting {Name(nameof(s.Address))} must be set when {Name("Smtp__Host")} is: links in letters begin with it."
            );
    }

    private static void Mailbox(ImapSettings imap)
    {
        if (string.IsNullOrEmpty(imap.Host))
            return;
        if (
            !MailboxAddress.TryParse(imap.Address, out var box)
            || box.LocalPart.Contains('+', StringComparison.Ordinal)
        )
            throw new CannotStart(
                $"The setting {Name("Imap__Address")} must be a mail address without a plus sign when {Name("Imap__Host")} is set."
            );
        if (string.IsNullOrEmpty(imap.User))
            throw new CannotStart(
                $"The setting {Name("Imap__User")} must be set when {Name("Imap__Host")} is."
            );
    }

    private static void Security(string name, string value)
    {
        if (value is not ("auto" or "none" or "starttls" or "tls"))
            throw new CannotStart(
                $"The setting {Name(name)} is \"{value}\"; it can be auto, none, starttls or tls."
            );
    }

    private static void Range(string name, int value, int least, int most)
    {
        if (value < least || value > most)
            throw new CannotStart(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The setting {Name(name)} is {value}; it can be {least} to {most}."
                )
            );
    }

    private static void Web(string name, string? value)
    {
        if (string.IsNullOrEmpty(value))
            return;
        if (
            !Uri.TryCreate(value, UriKind.Absolute, out var uri)
            || uri.Scheme is not ("http" or "https")
        )
            throw new CannotStart(
                $"The setting {Name(name)} is \"{value}\"; it must be an address that begins with http:// or https://."
            );
    }

    private static void Connection(string? value)
    {
        try
        {
            _ = new NpgsqlConnectionStringBuilder(value);
        }
        catch (ArgumentException e)
        {
            // The string itself holds a password, so the sentence does not repeat it.
            throw new CannotStart(
                $"The setting {Name(nameof(PlimsollSettings.Database))} is not a PostgreSQL connection string like Host=db;Database=plimsoll;Username=plimsoll;Password=secret.",
                e
            );
        }
    }

    private static string Unreadable(InvalidOperationException e)
    {
        const string mark = "at '";
        var start = e.Message.IndexOf(mark, StringComparison.Ordinal);
        if (start < 0)
            return "A setting could not be read: " + e.Message;
        start += mark.Length;
        var key = e.Message[start..e.Message.IndexOf('\'', start)];
        return $"The setting {Name(key[(PlimsollSettings.Section.Length + 1)..].Replace(":", "__", StringComparison.Ordinal))} has a value of the wrong form.";
    }

    private static string Name(string key) => "PLIMSOLL__" + key.ToUpperInvariant();
}
