using System.Reflection;
using Microsoft.Extensions.Configuration;
using Plimsoll.Web.Platform.Settings;
using Plimsoll.Web.Tests.Architecture;

namespace Plimsoll.Web.Tests.Platform;

public sealed class SettingsTests
{
    [Theory]
    [InlineData("Port", "0", "PLIMSOLL__PORT")]
    [InlineData("Port", "seventy", "PLIMSOLL__PORT")]
    [InlineData("Data", " ", "PLIMSOLL__DATA")]
    [InlineData("SessionDays", "366", "PLIMSOLL__SESSIONDAYS")]
    [InlineData("UploadMegabytes", "-1", "PLIMSOLL__UPLOADMEGABYTES")]
    [InlineData("BehindProxy", "perhaps", "PLIMSOLL__BEHINDPROXY")]
    [InlineData("Sample", "2", "PLIMSOLL__SAMPLE")]
    [InlineData("Address", "plimsoll.example", "PLIMSOLL__ADDRESS")]
    [InlineData("Telemetry", "ftp://collector", "PLIMSOLL__TELEMETRY")]
    [InlineData("Logs", "xml", "PLIMSOLL__LOGS")]
    [InlineData("Database", "Server without equals", "PLIMSOLL__DATABASE")]
    [InlineData("Smtp:Port", "70000", "PLIMSOLL__SMTP__PORT")]
    [InlineData("Smtp:Security", "ssl", "PLIMSOLL__SMTP__SECURITY")]
    [InlineData("Smtp:Host", "mail.example", "PLIMSOLL__SMTP__FROM")]
    [InlineData("Datbase", "Host=db", "PLIMSOLL__DATBASE")]
    [InlineData("Smtp:Hots", "mail.example", "PLIMSOLL__SMTP__HOTS")]
    public void A_wrong_setting_stops_the_start_with_a_sentence_that_names_it(
        string name,
        string value,
        string named
    )
    {
        var stop = Should.Throw<CannotStart>(() => Read((name, value)));
        stop.Message.ShouldContain(named);
        stop.Message.ShouldEndWith(".");
        stop.Message.ShouldNotContain("\n");
    }

    [Fact]
    public void A_secret_is_not_repeated_in_the_sentence() =>
        Should
            .Throw<CannotStart>(() => Read(("Database", "Host=db;Password=harbour;Prot=1")))
            .Message.ShouldNotContain("harbour");

    [Fact]
    public void Right_settings_are_read() =>
        Read(
            ("port", "8080"),
            ("Database", "Host=db;Database=plimsoll"),
            ("Address", "https://plimsoll.example"),
            ("Smtp:Host", "mail.example"),
            ("Smtp:From", "Plimsoll <plimsoll@agency.example>")
        )
            .Port.ShouldBe(8080);

    [Fact]
    public void Every_setting_stands_in_the_document_and_no_other()
    {
        var text = File.ReadAllText(Path.Combine(House.Root, "docs", "operating", "settings.md"));
        var documented = text.Split('`')
            .Where(word =>
                word.Length > 10 && word.StartsWith("PLIMSOLL__", StringComparison.Ordinal)
            )
            .Select(word => word.Split('=')[0])
            .Distinct()
            .Order()
            .ToList();
        documented.Count.ShouldBeGreaterThan(10);
        documented.ShouldBe(Names(typeof(PlimsollSettings), "PLIMSOLL__").Order());
    }

    private static IEnumerable<string> Names(Type type, string prefix) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .SelectMany(p =>
                p.PropertyType.IsClass && p.PropertyType != typeof(string)
                    ? Names(p.PropertyType, $"{prefix}{p.Name.ToUpperInvariant()}__")
                    : [prefix + p.Name.ToUpperInvariant()]
            );

    private static PlimsollSettings Read(params (string Name, string Value)[] settings) =>
        SettingsCheck.Read(
            new ConfigurationBuilder()
                .AddInMemoryCollection(
                    settings.Select(s =>
                        KeyValuePair.Create("Plimsoll:" + s.Name, (string?)s.Value)
                    )
                )
                .Build()
        );
}
