using System.Text.Json;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Desk.UseCases;
using Plimsoll.Web.Platform.Settings;
using Plimsoll.Web.Platform.Text;
using Plimsoll.Web.SignIn.Store;
using Plimsoll.Web.SignIn.UseCases;

namespace Plimsoll.Web.Desk.Import;

/// <summary>The door of <c>load-dataset DIR</c>: what a person at the command line says and reads.</summary>
internal static class DatasetCommand
{
    public static bool IsAsked(string[] args) => args is ["load-dataset", ..];

    public static async Task<int> LoadDataset(this WebApplication app, string[] args)
    {
        if (args is not [_, var folder] || !Directory.Exists(folder))
            throw new CannotStart(
                "Name the folder of the data set's CSV files: load-dataset FOLDER."
            );
        await using var _ = app;
        await using var scope = app.Services.CreateAsyncScope();
        var load = scope.ServiceProvider.GetRequiredService<LoadDataset>();
        var outcome = await load.Run(new(folder, AsOf(folder)), CancellationToken.None);
        if (outcome.Refused(out var no, out var loaded))
            throw new CannotStart(
                app.Services.GetRequiredService<Phrasebook>().In(Language.English).Say(no)
            );
        var token = await scope
            .ServiceProvider.GetRequiredService<CreateToken>()
            .Run(
                new("load-dataset", [AccessToken.EveryScope], CreateToken.Lifetimes[^1]),
                loaded.Owner,
                CancellationToken.None
            );
        await Say(loaded, token.Value);
        return 0;
    }

    private static async Task Say(LoadDataset.Loaded loaded, string token)
    {
        await Console.Out.WriteLineAsync(
            $"Loaded {loaded.People} people, {loaded.Absences} absences, {loaded.Projects} projects, {loaded.Tasks} tasks and {loaded.Bookings} bookings; left out {loaded.Lapsed} tentative ones of weeks that are over."
        );
        if (loaded.Password is { } password)
            await Console.Out.WriteLineAsync(
                $"Its owner signs in as {loaded.Email} with the password {password}"
            );
        await Console.Out.WriteLineAsync("Her personal access token, valid for a year:");
        await Console.Out.WriteLineAsync(token);
    }

    /// <summary>The day on which the data set was taken, when it says so.</summary>
    private static DateOnly? AsOf(string folder)
    {
        var file = Path.Combine(folder, "meta.json");
        if (!File.Exists(file))
            return null;
        using var meta = JsonDocument.Parse(File.ReadAllText(file));
        return meta.RootElement.TryGetProperty("as_of", out var day)
            ? DateOnly.Parse(day.GetString()!, System.Globalization.CultureInfo.InvariantCulture)
            : null;
    }
}
