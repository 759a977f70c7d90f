using System.Globalization;

namespace Plimsoll.Bench;

/// <summary>A data set with as many bookings as the measurement asks for: about four a person and week.</summary>
internal static class ScaledDataset
{
    public const int Weeks = 26;
    private const int BookingsInWeeks = 20_000;
    private const int YearsBack = 5;

    /// <summary>Writes the scaled copy; with history, five years of weeks before the first are as full as the others.</summary>
    public static void Write(string from, string to, bool history)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from))
            if (
                Path.GetFileName(file) is not ("people.csv" or "bookings.csv" or "time_entries.csv")
            )
                File.Copy(file, Path.Combine(to, Path.GetFileName(file)), overwrite: true);
        var first = FirstWeek(from);
        var people = People(from, first);
        File.WriteAllLines(Path.Combine(to, "people.csv"), people);
        File.WriteAllLines(
            Path.Combine(to, "bookings.csv"),
            Bookings(from, first, people.Count - 1, history)
        );
    }

    public static DateOnly FirstWeek(string folder)
    {
        using var meta = System.Text.Json.JsonDocument.Parse(
            File.ReadAllText(Path.Combine(folder, "meta.json"))
        );
        return DateOnly.Parse(
            meta.RootElement.GetProperty("as_of").GetString()!,
            CultureInfo.InvariantCulture
        );
    }

    /// <summary>Everybody has been there all along and stays, so that every week is full in both workspaces.</summary>
    private static List<string> People(string folder, DateOnly first)
    {
        var lines = File.ReadAllLines(Path.Combine(folder, "people.csv")).ToList();
        var names = lines[0].Split(',');
        var (start, end) = (Array.IndexOf(names, "start_date"), Array.IndexOf(names, "end_date"));
        for (var i = 1; i < lines.Count; i++)
        {
            var cells = lines[i].Split(',');
            cells[start] = Day(first.AddYears(-YearsBack - 1));
            cells[end] = "";
            lines[i] = string.Join(',', cells);
        }
        return lines;
    }

    private static IEnumerable<string> Bookings(
        string folder,
        DateOnly first,
        int people,
        bool history
    )
    {
        var lines = File.ReadAllLines(Path.Combine(folder, "bookings.csv"));
        var projects = Projects(folder);
        foreach (var line in lines)
            yield return line;
        var wanted = BookingsInWeeks - InWeeks(lines, first);
        var id = lines.Length;
        for (var k = 0; k < wanted; k++)
        {
            var week = k / people % Weeks;
            yield return Booking(++id, k, people, projects, first.AddDays(7 * week));
        }
        if (!history)
            yield break;
        var each = BookingsInWeeks / Weeks;
        for (var week = 1; week <= YearsBack * 52; week++)
        for (var k = 0; k < each; k++)
            yield return Booking(++id, k, people, projects, first.AddDays(-7 * week));
    }

    private static string Booking(int id, int k, int people, int[] projects, DateOnly monday)
    {
        var person = k % people + 1;
        var project = projects[
            (person * 7 + k / people / Weeks * 31 + k / people * 3) % projects.Length
        ];
        var tentative = k % 6 == 5 ? "tentative" : "confirmed";
        return $"{id},{person},{project},,{Day(monday)},{Day(monday.AddDays(4))},{30 + k % 3 * 15},{tentative},";
    }

    private static int[] Projects(string folder)
    {
        var lines = File.ReadAllLines(Path.Combine(folder, "projects.csv"));
        return [.. Enumerable.Range(1, lines.Length - 1)];
    }

    /// <summary>How many person-project-weeks the rows already make in the weeks measured.</summary>
    private static int InWeeks(string[] lines, DateOnly first)
    {
        var cells = new HashSet<string>();
        foreach (var row in lines.Skip(1).Select(l => l.Split(',')))
        {
            var to = DateOnly.Parse(row[5], CultureInfo.InvariantCulture);
            for (
                var day = DateOnly.Parse(row[4], CultureInfo.InvariantCulture);
                day <= to;
                day = day.AddDays(1)
            )
                if (day >= first)
                    cells.Add(
                        $"{row[1]}|{row[2]}|{(day.DayNumber - first.DayNumber) / 7}|{row[7]}"
                    );
        }
        return cells.Count;
    }

    private static string Day(DateOnly day) =>
        day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
