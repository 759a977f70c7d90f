using Microsoft.Playwright;

namespace Plimsoll.Browser.Tests;

/// <summary>One Chromium for all tests: the one installed on the machine, or named by PLIMSOLL_TEST_CHROMIUM.</summary>
public static class Chromium
{
    private static readonly string[] Flags =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];

    private static readonly Lazy<Task<IBrowser>> Only = new(Launch);

    public static Task<IBrowser> Launched => Only.Value;

    /// <summary>A busy machine is slow, not wrong: nothing is given up before this.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static async Task<IBrowser> Launch()
    {
        Assertions.SetDefaultExpectTimeout((float)Patience.TotalMilliseconds);
        var playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath =
                    Environment.GetEnvironmentVariable("PLIMSOLL_TEST_CHROMIUM")
                    ?? "/usr/bin/chromium",
                Args = Flags,
            }
        );
    }
}
