using System.Globalization;
using Microsoft.AspNetCore.Components;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.People.Queries;
using Plimsoll.Web.People.UseCases;

namespace Plimsoll.Web.People.Pages;

public sealed partial class CalendarPage(
    CalendarYear calendars,
    HolidayPreview holidayPreview,
    AgencyDay agencyDay,
    SetCalendarDay setDay,
    RemoveCalendarDay removeDay,
    ImportHolidays import,
    ChangeCalendar change,
    DeleteCalendar delete,
    NavigationManager navigation
)
{
    private static readonly int[] Shares = [100, 75, 50, 25, 12, 0];

    private CalendarYear.View? _calendar;
    private Dictionary<DateOnly, CalendarYear.DayView> _days = [];
    private CalendarYear.DayView? _chosen;
    private HolidayPreview.View? _preview;
    private Refusal? _refusal;
    private string? _text;
    private int _year;

    [Parameter]
    public Guid Id { get; set; }

    [SupplyParameterFromQuery]
    private int? Year { get; set; }

    [SupplyParameterFromQuery]
    private DateOnly? Day { get; set; }

    [SupplyParameterFromQuery]
    private string? Said { get; set; }

    [SupplyParameterFromForm(FormName = "day")]
    private DayEntry? Form { get; set; }

    [SupplyParameterFromForm(FormName = "preview")]
    private IFormFile? Upload { get; set; }

    [SupplyParameterFromForm(FormName = "import")]
    private FileEntry? File { get; set; }

    [SupplyParameterFromForm(FormName = "describe")]
    private AboutEntry? About { get; set; }

    [SupplyParameterFromForm(FormName = "delete")]
    private ActEntry? Act { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        var ct = Http.RequestAborted;
        _year = Math.Clamp(
            Year ?? Day?.Year ?? (await agencyDay.Today(ct)).Year,
            Era.First.Year,
            Era.Last.Year
        );
        if ((await calendars.Ask(new(Id), _year, Actor, ct)).Refused(out _, out var calendar))
        {
            navigation.NotFound();
            return;
        }
        // The form that brings a file in stands on the page only when there is a file to look at.
        if (Decoded(File?.Text) is { } file)
            _ = await Look(file);
        _calendar = calendar;
        _days = calendar.Days.ToDictionary(d => d.Date);
        _chosen = Day is { } day ? _days.GetValueOrDefault(day) : null;
    }

    private async Task SetDay()
    {
        var (id, form, ct) = (new HolidayCalendarId(Id), Form!, Http.RequestAborted);
        var seen = form.Version ?? -1;
        if (form is { Do: "remove", Was: { } was })
            Finish((await removeDay.Run(id, was, seen, Actor, ct)).Refusal, "day-removed");
        else if (form.Date is not { } date)
            _refusal = new IsMissing("date");
        else
        {
            var command = new SetCalendarDay.Command(
                id,
                seen,
                date,
                form.Name,
                form.PercentOff ?? 100,
                form.WorksAs,
                form.Was
            );
            _year = date.Year;
            Finish((await setDay.Run(command, Actor, ct)).Refusal, "day-set");
        }
    }

    private async Task Preview()
    {
        if (Upload is null)
        {
            _refusal = new IsMissing("file");
            return;
        }
        using var copy = new MemoryStream();
        await using (var file = Upload.OpenReadStream())
            await file.CopyToAsync(copy, Http.RequestAborted);
        _refusal = await Look(copy.ToArray());
    }

    private async Task<Refusal?> Look(byte[] file)
    {
        using var stream = new MemoryStream(file);
        var asked = await holidayPreview.Ask(new(Id), stream, Actor, Http.RequestAborted);
        if (asked.Refused(out var refusal, out _preview))
            return refusal;
        _text = Convert.ToBase64String(file);
        return null;
    }

    private async Task Import()
    {
        using var stream = new MemoryStream(Decoded(File?.Text) ?? []);
        var command = new ImportHolidays.Command(
            new(Id),
            File?.Version ?? -1,
            stream,
            File?.WholeYears ?? false
        );
        Finish((await import.Run(command, Actor, Http.RequestAborted)).Refusal, "imported");
    }

    private static byte[]? Decoded(string? text)
    {
        var bytes = new byte[(text?.Length ?? 0) + 4];
        return text is not null && Convert.TryFromBase64String(text, bytes, out var length)
            ? bytes[..length]
            : null;
    }

    private async Task Describe()
    {
        var command = new ChangeCalendar.Command(
            new(Id),
            About!.Version ?? -1,
            About.Name,
            About.Country,
            About.Region,
            About.Source
        );
        Finish((await change.Run(command, Actor, Http.RequestAborted)).Refusal, "saved");
    }

    private async Task Delete()
    {
        var seen = Act?.Version ?? -1;
        _refusal = (await delete.Run(new(Id), seen, Actor, Http.RequestAborted)).Refusal;
        if (_refusal is null)
            navigation.NavigateTo("/settings/calendars?said=deleted");
    }

    private void Finish(Refusal? refusal, string said)
    {
        _refusal = refusal;
        if (refusal is null)
            navigation.NavigateTo($"/settings/calendars/{Id}?year={_year}&said={said}");
    }

    private string? Error(string field) => _refusal?.Field == field ? T.Say(_refusal) : null;

    private static string? Iso(DateOnly? day) =>
        day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>A day of a calendar as it was typed; <see cref="Was"/> is the date it had.</summary>
public sealed class DayEntry
{
    public int? Version { get; set; }
    public DateOnly? Was { get; set; }
    public DateOnly? Date { get; set; }
    public string? Name { get; set; }
    public int? PercentOff { get; set; }
    public DayOfWeek? WorksAs { get; set; }
    public string? Do { get; set; }
}

/// <summary>The file that was looked at, sent back to be brought in.</summary>
public sealed class FileEntry
{
    public int? Version { get; set; }

    /// <summary>The file in base 64, as it was.</summary>
    public string? Text { get; set; }
    public bool WholeYears { get; set; }
}

/// <summary>What a calendar is called and where it comes from.</summary>
public sealed class AboutEntry
{
    public int? Version { get; set; }
    public string? Name { get; set; }
    public string? Country { get; set; }
    public string? Region { get; set; }
    public string? Source { get; set; }
}
