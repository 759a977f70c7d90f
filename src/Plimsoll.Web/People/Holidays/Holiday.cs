namespace Plimsoll.Web.People.Holidays;

/// <summary>
/// A day that is not like its weekday: free in whole or in part, or a moved working day that follows the pattern of
/// <paramref name="WorksAs"/> (PRODUCT 2). A moved working day is worked in full: its <paramref name="PercentOff"/> is 0.
/// </summary>
public sealed record Holiday(DateOnly Date, string Name, int PercentOff, DayOfWeek? WorksAs);
