using System.Globalization;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;

namespace Plimsoll.Web.People.Pages;

/// <summary>Seven days as they were typed into the form.</summary>
internal static class TypedWeek
{
    public static Outcome<IReadOnlyList<int>> Read(IReadOnlyList<string>? typed)
    {
        var days = new int[7];
        for (var i = 0; i < 7; i++)
        {
            if (HoursText.Read(typed?.ElementAtOrDefault(i)).Refused(out var no, out days[i]))
                return no;
        }
        return days;
    }

    public static List<string> Write(IReadOnlyList<int> days, CultureInfo culture) =>
        [.. days.Select(d => d == 0 ? "" : HoursText.Write(d, culture))];
}
