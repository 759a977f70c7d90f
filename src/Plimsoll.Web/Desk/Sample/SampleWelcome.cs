using Plimsoll.Web.Desk.UseCases;
using Plimsoll.Web.Platform.Settings;

namespace Plimsoll.Web.Desk.Sample;

/// <summary>Fills the sample agency at start where the settings ask for it, and says on the console how to sign in.</summary>
internal static class SampleWelcome
{
    public static async Task FillSampleIfAsked(this WebApplication app, PlimsollSettings settings)
    {
        if (!settings.Sample)
            return;
        await using var scope = app.Services.CreateAsyncScope();
        var visitors = await scope
            .ServiceProvider.GetRequiredService<FillSample>()
            .Run(CancellationToken.None);
        if (visitors.Count == 0)
            return;
        var text = string.Join(
            Environment.NewLine,
            [
                "",
                $"This is the sample agency. Everyone's password is \"{SamplePeople.Password}\":",
                .. visitors.Select(v => $"  {v.Email, -28}{InWords(v.Position)}"),
            ]
        );
        app.Lifetime.ApplicationStarted.Register(() => Console.Out.WriteLine(text));
    }

    private static string InWords(Domain.Kernel.Position position) =>
        string.Concat(
                position.ToString().Select((c, i) => i > 0 && char.IsUpper(c) ? $" {c}" : $"{c}")
            )
            .ToLowerInvariant();
}
