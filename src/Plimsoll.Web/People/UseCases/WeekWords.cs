using System.Globalization;
using Plimsoll.Domain.People;

namespace Plimsoll.Web.People.UseCases;

/// <summary>The days of a week as the facts keep them: hours from Monday to Sunday, <c>8 8 8 8 7.5 0 0</c>.</summary>
internal static class WeekWords
{
    public static string? Of(IReadOnlyList<int>? days) =>
        days is null
            ? null
            : string.Join(' ', days.Select(d => HoursText.Write(d, CultureInfo.InvariantCulture)));
}
