using System.Text;
using Plimsoll.Domain.Kernel;

namespace Plimsoll.Web.People.Holidays;

/// <summary>
/// Reads holidays from an iCalendar file (RFC 5545): its all-day events become days that are wholly free. Each event is
/// read by itself, so that one that cannot be read is named and the others still come in.
/// </summary>
public static class HolidayIcs
{
    public const int LimitInBytes = 1024 * 1024;
    public const int LimitOfEvents = 2_000;
    public const int LimitOfName = 120;
    public const int FirstYear = 2024;
    public const int LastYear = 2030;

    /// <summary>
    /// The days from <see cref="FirstYear"/> to <see cref="LastYear"/> in order, one a date, and what could not be read.
    /// Events outside those years and cancelled ones are passed over.
    /// </summary>
    public static async Task<Outcome<HolidaysRead>> Read(
        Stream file,
        CancellationToken cancellation
    )
    {
        if (await Text(file, cancellation) is not { } text)
            return new HolidayFileIsTooLarge(LimitInBytes);
        if (!IcsEvent.IsCalendar(text))
            return new HolidayFileIsNoCalendar();
        var events = IcsEvent.Split(text).Take(LimitOfEvents + 1).ToList();
        if (events.Count > LimitOfEvents)
            return new HolidayFileHasTooManyEvents(LimitOfEvents);
        return Gather(events, cancellation);
    }

    private static HolidaysRead Gather(List<IcsEvent> events, CancellationToken cancellation)
    {
        var replaced = events.Where(one => one.Replaces is not null).ToLookup(one => one.Uid);
        var days = new SortedDictionary<DateOnly, string>();
        var problems = new List<HolidayProblem>();
        foreach (var one in events)
        {
            cancellation.ThrowIfCancellationRequested();
            if (one.IsCancelled)
                continue;
            var reading = IcsEventReader.Read(one);
            if (reading.Trouble is { } trouble)
            {
                problems.Add(
                    new HolidayProblem(
                        one.Line,
                        one.FirstDay,
                        reading.Name ?? IcsEventReader.Shortened(one.Summary),
                        trouble
                    )
                );
                continue;
            }

            var others = one.Replaces is null ? replaced[one.Uid].Select(o => o.Replaces) : [];
            foreach (var date in reading.DatesBut(others.ToHashSet()))
                days[date] = Join(days.GetValueOrDefault(date), reading.Name!);
        }

        return new HolidaysRead(
            [
                .. days.Select(day => new Holiday(
                    day.Key,
                    day.Value,
                    PercentOff: 100,
                    WorksAs: null
                )),
            ],
            problems
        );
    }

    /// <summary>Two holidays of different names on one date share the day.</summary>
    private static string Join(string? names, string name)
    {
        if (names is null)
            return name;
        if (names.Split("; ").Contains(name))
            return names;
        var both = $"{names}; {name}";
        return both.Length <= LimitOfName ? both : names;
    }

    private static async Task<string?> Text(Stream file, CancellationToken cancellation)
    {
        var bytes = new byte[LimitInBytes + 1];
        var length = await file.ReadAtLeastAsync(
            bytes,
            bytes.Length,
            throwOnEndOfStream: false,
            cancellation
        );
        if (length > LimitInBytes)
            return null;
        using var reader = new StreamReader(new MemoryStream(bytes, 0, length), Encoding.UTF8);
        return await reader.ReadToEndAsync(cancellation);
    }
}
