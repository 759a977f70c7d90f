using System.Data.Common;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Plimsoll.Bench;

/// <summary>The figures of the board as plain statements, read row by row and thrown away: the least that a page can cost.</summary>
internal static class BareSql
{
    private static readonly string[] Statements =
    [
        "SELECT id, name, kind, role, calendar, joined, last_day, colour FROM people WHERE archived_at IS NULL ORDER BY search_key",
        "SELECT person_id, valid_from, monday, tuesday, wednesday, thursday, friday, saturday, sunday FROM work_patterns",
        "SELECT calendar_id, date, percent_off, works_as FROM calendar_days WHERE date BETWEEN @first AND @last",
        "SELECT person, \"from\", \"to\", half_day FROM absences WHERE state = 'Approved' AND \"to\" >= @first AND \"from\" <= @last",
        "SELECT team_id, person_id FROM team_members",
        """
            SELECT person, week,
                   SUM(CASE WHEN certainty = 'Confirmed' THEN planned ELSE 0 END), 0,
                   SUM(CASE WHEN certainty = 'Tentative' THEN planned ELSE 0 END)
            FROM bookings WHERE week BETWEEN @first AND @last GROUP BY person, week
            UNION ALL
            SELECT person, week, -SUM(planned), SUM(planned), 0
            FROM bookings
            WHERE project IN (SELECT id FROM projects WHERE kind = 'Internal')
                AND certainty = 'Confirmed' AND week BETWEEN @first AND @last
            GROUP BY person, week
            """,
        "SELECT person, week FROM bookings WHERE over_reason IS NOT NULL AND week BETWEEN @first AND @last",
        "SELECT person, project, week FROM cell_comments WHERE week BETWEEN @first AND @last",
    ];

    /// <summary>Milliseconds for all of them: of CPU where the database is in the process, of the clock where it is not.</summary>
    public static async Task<double> Milliseconds(Place place, DateOnly first, int rounds)
    {
        await using DbConnection connection = place.Connection is { } server
            ? new NpgsqlConnection(server)
            : new SqliteConnection($"Data Source={Path.Combine(place.Folder, "plimsoll.db")}");
        await connection.OpenAsync();
        for (var i = 0; i < 10; i++)
            await Once(connection, first);
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        var began = Stopwatch.GetTimestamp();
        for (var i = 0; i < rounds; i++)
            await Once(connection, first);
        return place.Connection is null
            ? (Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalMilliseconds / rounds
            : Stopwatch.GetElapsedTime(began).TotalMilliseconds / rounds;
    }

    public static async Task<long> Bookings(Place place)
    {
        await using DbConnection connection = place.Connection is { } server
            ? new NpgsqlConnection(server)
            : new SqliteConnection($"Data Source={Path.Combine(place.Folder, "plimsoll.db")}");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM bookings";
        return Convert.ToInt64(
            await command.ExecuteScalarAsync(),
            System.Globalization.CultureInfo.InvariantCulture
        );
    }

    private static async Task Once(DbConnection connection, DateOnly first)
    {
        foreach (var sql in Statements)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            Add(command, "@first", first);
            Add(command, "@last", first.AddDays(7 * ScaledDataset.Weeks - 1));
            await using var reader = await command.ExecuteReaderAsync();
            var row = new object[reader.FieldCount];
            while (await reader.ReadAsync())
                reader.GetValues(row);
        }
    }

    private static void Add(DbCommand command, string name, DateOnly day)
    {
        if (!command.CommandText.Contains(name, StringComparison.Ordinal))
            return;
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = day;
        command.Parameters.Add(parameter);
    }
}
