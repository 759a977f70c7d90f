using Plimsoll.Domain.Kernel;

namespace Plimsoll.Domain.People;

/// <summary>One agency (PRODUCT 1). Its time zone says when a day begins: a hold lapses by the agency's calendar, not the server's.</summary>
public sealed class Workspace
{
    public const int NameLimit = 120;
    public const int ZoneLimit = 64;

    /// <summary>There is one in a database.</summary>
    public int Id { get; private set; } = 1;

    public string Name { get; private set; } = "";

    /// <summary>IANA name, <c>Europe/Berlin</c>.</summary>
    public string TimeZone { get; private set; } = "UTC";

    /// <summary>The calendar that new people get.</summary>
    public HolidayCalendarId? Calendar { get; private set; }

    public int Version { get; private set; }

    private Workspace() { }

    public static Outcome<Workspace> Open(string? name, string timeZone)
    {
        var workspace = new Workspace();
        return workspace.Describe(name, timeZone) is { } no ? no : workspace;
    }

    public Refusal? Describe(string? name, string timeZone)
    {
        if (Line.Required(name, "name", NameLimit).Refused(out var no, out var line))
            return no;
        if (timeZone.Length > ZoneLimit || !TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out _))
            return new IsNotUnderstood("timeZone");
        (Name, TimeZone) = (line, timeZone);
        return null;
    }

    public void GiveNewPeople(HolidayCalendarId? calendar) => Calendar = calendar;
}
