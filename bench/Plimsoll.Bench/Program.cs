using Npgsql;
using Plimsoll.Bench;

if (args is not [var program, var dataset, var server, ..])
{
    Console.Error.WriteLine("Run it by bin/bench DIR.");
    return 2;
}
var work = Directory.CreateTempSubdirectory("plimsoll-bench-").FullName;
try
{
    var first = ScaledDataset.FirstWeek(dataset);
    var plain = Path.Combine(work, "dataset");
    var old = Path.Combine(work, "dataset-with-history");
    ScaledDataset.Write(dataset, plain, history: false);
    ScaledDataset.Write(dataset, old, history: true);
    var all = new List<(string, Figures)>();
    foreach (var name in new[] { "SQLite", "PostgreSQL" })
    {
        if (args.Length > 3 && !args[3].Equals(name, StringComparison.OrdinalIgnoreCase))
            continue;
        var board = new Board(program, await NewPlace(name, "plain"), first, 5199);
        Say(name, "loading the data set");
        await board.Load(plain);
        var figures = await board.Measure(what => Say(name, what));
        Say(name, "five years of history");
        var place = await NewPlace(name, "history");
        var history = new Board(program, place, first, 5199);
        await history.Load(old);
        figures.HistoryPageP50 = await history.PageP50();
        figures.HistoryBookings = await BareSql.Bookings(place);
        all.Add((name, figures));
    }
    Report.Write(Console.Out, all);
    return 0;
}
finally
{
    Directory.Delete(work, recursive: true);
}

void Say(string name, string what) => Console.Error.WriteLine($"{name}: {what} ...");

async Task<Place> NewPlace(string name, string workspace)
{
    var folder = Path.Combine(work, $"{name}-{workspace}");
    _ = Directory.CreateDirectory(folder);
    if (name == "SQLite")
        return new Place(name, folder, null);
    var database = $"bench_{workspace}";
    await using var connection = new NpgsqlConnection($"{server};Database=postgres;Pooling=false");
    await connection.OpenAsync();
    foreach (
        var sql in new[]
        {
            $"DROP DATABASE IF EXISTS {database} WITH (FORCE)",
            $"CREATE DATABASE {database}",
        }
    )
    {
        await using var command = new NpgsqlCommand(sql, connection);
        _ = await command.ExecuteNonQueryAsync();
    }
    return new Place(name, folder, $"{server};Database={database}");
}
