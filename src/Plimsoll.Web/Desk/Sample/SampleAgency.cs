using Plimsoll.Domain.Clients;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Load;
using Plimsoll.Domain.People;
using Plimsoll.Domain.Tasks;
using Plimsoll.Web.Load.Store;
using Plimsoll.Web.People.Holidays;
using Plimsoll.Web.Platform.Text.Markdown;
using DaysOff = Plimsoll.Domain.People.Holidays;

namespace Plimsoll.Web.Desk.Sample;

/// <summary>
/// An agency around the current week that shows every state of the board, made by the laws that all others obey; a law
/// that says no to it is a bug.
/// </summary>
internal sealed class SampleAgency
{
    private readonly Dictionary<string, HolidayCalendar> _calendars = [];
    private readonly Dictionary<string, Role> _roles = [];
    private readonly Dictionary<string, Person> _people = [];
    private readonly Dictionary<string, Team> _teams = [];
    private readonly Dictionary<string, Client> _clients = [];
    private readonly Dictionary<string, Project> _projects = [];
    private readonly List<Absence> _absences = [];
    private readonly List<Booking> _bookings = [];
    private readonly Dictionary<string, ProjectTask> _tasks = [];
    private readonly List<TaskComment> _said = [];
    private readonly List<CommentReaction> _reactions = [];
    private readonly DateOnly _today;
    private readonly DateTime _now;

    public SampleAgency(DateOnly today, DateTime now)
    {
        (_today, _now) = (today, now);
        Workspace = Workspace.Open("Fairway", "Europe/Berlin").Value;
        foreach (var colleague in SamplePeople.All)
            Hire(colleague);
        Workspace.GiveNewPeople(CalendarOf("DE").Id);
        foreach (var (key, role) in SamplePeople.Placeholders)
            _people.Add(key, Person.NewPlaceholder(role, RoleOf(role).Id).Value);
        foreach (var (team, lead) in SamplePeople.Leads)
            _teams[team].GiveTo(_people[lead].Id);
        foreach (var away in SamplePeople.Absences)
            GoAway(away);
        foreach (var (name, manager) in SampleWork.Clients)
            _clients.Add(name, Client.New(name, _people[manager].Id).Value);
        foreach (var work in SampleWork.All)
            Start(work);
        foreach (var line in SamplePlan.Lines.Split('\n'))
            Plan(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        foreach (var job in SampleTasks.All)
            Write(job);
        foreach (var words in SampleTalk.All)
            Say(words);
    }

    public Workspace Workspace { get; }
    public IReadOnlyCollection<HolidayCalendar> Calendars => _calendars.Values;
    public IReadOnlyCollection<Role> Roles => _roles.Values;
    public IReadOnlyDictionary<string, Person> People => _people;
    public IReadOnlyCollection<Team> Teams => _teams.Values;
    public IReadOnlyCollection<Client> Clients => _clients.Values;
    public IReadOnlyDictionary<string, Project> Projects => _projects;
    public IReadOnlyList<Absence> Absences => _absences;
    public IReadOnlyList<Booking> Bookings => _bookings;

    public IReadOnlyCollection<ProjectTask> Tasks => _tasks.Values;

    public IReadOnlyList<TaskComment> Said => _said;

    public IReadOnlyList<CommentReaction> Reactions => _reactions;

    public IEnumerable<CellComment> Comments =>
        SamplePlan.Comments.Select(said => new CellComment
        {
            Person = _people[said.Who].Id,
            Project = said.Work is { } work ? _projects[work].Id : null,
            Week = WeekAt(said.Week),
            Text = said.Text,
            By = _people[said.By].Id,
            At = _now,
        });

    /// <summary>The week that many weeks from the current one.</summary>
    public Week WeekAt(int offset) => Week.Of(_today).Plus(offset);

    private void Hire(SamplePeople.Colleague colleague)
    {
        int[] days = [.. colleague.Days.Select(h => h * 60), .. new int[7 - colleague.Days.Length]];
        var person = Person
            .Hire(
                colleague.Name,
                colleague.Email,
                colleague.Kind,
                colleague.Position,
                WorkPattern.Of(Era.First, days).Value,
                colleague.Joins is { } joins ? WeekAt(joins).Monday : null,
                colleague.LeavesAfter is { } last ? WeekAt(last).Monday.AddDays(2) : null
            )
            .Value;
        person.ChangeRole(RoleOf(colleague.Role).Id);
        person.ChangeCalendar(CalendarOf(colleague.Country).Id);
        Must(person.ChangeColour(_people.Count % Palette.Size));
        _people.Add(colleague.Key, person);
        if (colleague.Team is not { } name)
            return;
        if (!_teams.TryGetValue(name, out var team))
            _teams[name] = team = Team.New(name).Value;
        team.Add(person.Id);
    }

    private void GoAway(SamplePeople.Away away)
    {
        var from = WeekAt(away.Week).Days().First(d => d.DayOfWeek == away.From);
        var (person, by) = (_people[away.Who].Id, _people["katharina"].Id);
        var absence = Absence
            .Ask(
                person,
                away.Kind,
                from,
                from.AddDays(away.Days - 1),
                away.HalfDay,
                away.Note,
                person,
                _now
            )
            .Value;
        Must(
            away.State switch
            {
                AbsenceState.Approved => absence.Approve(by, _now),
                AbsenceState.Declined => absence.Decline(by, _now, "The shop goes live that week"),
                AbsenceState.Withdrawn => absence.Withdraw(person, _now),
                _ => null,
            }
        );
        _absences.Add(absence);
    }

    private void Start(SampleWork.Work work)
    {
        var project = work.Client is { } client
            ? Project.For(_clients[client].Id, work.Name, work.Kind, work.Stage).Value
            : Project.Internal(work.Name, work.Stage).Value;
        Must(project.ChangeCode(work.Code));
        Must(project.ChangeColour(work.Colour));
        Must(
            project.ChangeDates(
                WeekAt(work.Starts).Monday,
                work.Ends is { } ends ? WeekAt(ends).Monday.AddDays(4) : null
            )
        );
        project.GiveTo(work.Manager is { } manager ? _people[manager].Id : null);
        foreach (var stream in work.Streams ?? [])
            Must(project.AddStream(stream).Refusal);
        _projects.Add(work.Key, project);
    }

    private void Plan(string[] line)
    {
        var (who, work, cells) = (line[0], line[1], line[2..]);
        var person = _people[who];
        var calendar = PersonCalendar.Of(person, DaysOffOf(person), _absences);
        var count = cells[^1] == "*" ? SamplePlan.End - SamplePlan.FirstWeek : cells.Length;
        var last = cells[^1] == "*" ? cells.Length - 2 : cells.Length - 1;
        for (var i = 0; i < count; i++)
            foreach (var part in cells[Math.Min(i, last)].Split('+'))
                if (part != ".")
                    Book(who, work, SamplePlan.FirstWeek + i, part, calendar);
    }

    private void Book(string who, string work, int offset, string text, PersonCalendar calendar)
    {
        var (person, project, week) = (_people[who], _projects[work], WeekAt(offset));
        var time = calendar.On(week);
        var (planned, tentative) = PlanText.Read(text, PlanUnit.Percent, time.Nominal).Value;
        // Whenever it is filled, public holidays fall where they will: nobody plans into a week that has few days left.
        if (time.Available + time.Available < time.Nominal && offset > 3)
            return;
        if (planned == Minutes.Zero)
            return;
        var owner = project.Manager ?? _people["katharina"].Id;
        var booking = tentative
            ? Booking.Hold(person.Id, project.Id, week, planned, Until(week, calendar), owner).Value
            : Booking.Confirm(person.Id, project.Id, week, planned, owner).Value;
        foreach (var said in SamplePlan.Reasons)
            if ((said.Who, said.Work, said.Week) == (who, work, offset) && !tentative)
                Must(booking.Explain(said.Reason));
        _bookings.Add(booking);
    }

    private void Write(SampleTasks.Job job)
    {
        var project = _projects[job.Work];
        var author = project.Manager ?? _people["katharina"].Id;
        var number = _tasks.Values.Count(t => t.Project == project.Id) + 1;
        var task = ProjectTask
            .New(project.Id, number, job.Title, author, _now.AddDays(-job.Since - 7))
            .Value;
        Must(task.Describe(job.Text));
        task.PutInto(project.Streams.FirstOrDefault(s => s.Name == job.Stream)?.Id);
        task.GiveTo(job.Who is { } who ? _people[who].Id : null);
        Must(task.LetReview(job.Reviewer is { } reviewer ? _people[reviewer].Id : null));
        Must(task.HelpedBy((job.Helpers ?? []).Select(h => _people[h].Id)));
        Must(task.Prioritise(job.Priority));
        Must(
            task.Schedule(
                job.Starts is { } starts ? WorkingDay(starts) : null,
                job.Due is { } days ? WorkingDay(days) : null
            )
        );
        Must(task.Guess(job.Hours > 0 ? new Minutes((int)(job.Hours * 60)) : null));
        var by = task.Responsible ?? author;
        Must(
            task.Check([
                .. (job.Lines ?? []).Select(
                    (text, at) =>
                        new ChecklistLine(
                            ChecklistItemId.New(),
                            text,
                            at < job.LinesDone ? by : null,
                            at < job.LinesDone ? _now.AddDays(-1) : null
                        )
                ),
            ])
        );
        Must(task.Move(job.State, by, answers: true, _now.AddDays(-job.Since)));
        if (job.After is { } first)
            Must(task.WaitFor(_tasks[first].Id));
        _tasks.Add(job.Title, task);
    }

    private void Say(SampleTalk.Words words)
    {
        var task = _tasks[words.Task];
        var by = _people[words.Who].Id;
        var at = _now.AddHours(-words.Hours);
        var text = words.Mentions is { } named
            ? words.Text.Replace(
                "@",
                Mentions.Write(_people[named].Id, _people[named].Name),
                StringComparison.Ordinal
            )
            : words.Text;
        var client = _projects.Values.Single(p => p.Id == task.Project).Client;
        var said = TaskComment
            .Say(task.Id, words.ToClient ? client : null, words.Before ?? text, by, Door.Page, at)
            .Value;
        Must(said.Edit(text, by, at.AddMinutes(5)));
        _said.Add(said);
        foreach (var (who, kind) in words.Reactions ?? [])
            _reactions.Add(CommentReaction.Of(said.Id, _people[who].Id, kind, at.AddHours(1)));
    }

    /// <summary>The day that many working days from today, public holidays aside.</summary>
    private DateOnly WorkingDay(int days)
    {
        var day = _today;
        for (var left = Math.Abs(days); left > 0; )
        {
            day = day.AddDays(Math.Sign(days));
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
                left--;
        }
        return day;
    }

    /// <summary>The default; time held in the current week stands to its end, to be seen.</summary>
    private DateOnly Until(Week week, PersonCalendar calendar) =>
        week == Week.Of(_today)
            ? week.Sunday
            : Hold.DefaultUntil(week, _today, day => calendar.On(day).IsWorking);

    private Role RoleOf(string name) =>
        _roles.TryGetValue(name, out var role) ? role : _roles[name] = Role.New(name).Value;

    private HolidayCalendar CalendarOf(string country)
    {
        if (_calendars.TryGetValue(country, out var there))
            return there;
        var about = BuiltInHolidays.Country(country)!;
        var source =
            about.Source.Length > HolidayCalendar.SourceLimit
                ? about.Source[..HolidayCalendar.SourceLimit]
                : about.Source;
        var calendar = HolidayCalendar.New(about.NameIn("en"), country, region: null, source).Value;
        var days = BuiltInHolidays.Days(country, null, about.FirstYear, about.LastYear);
        foreach (var day in days)
            calendar.SetDay(CalendarDay.Of(day.Date, day.Name, day.PercentOff, day.WorksAs).Value);
        return _calendars[country] = calendar;
    }

    private DaysOff DaysOffOf(Person person) =>
        _calendars.Values.FirstOrDefault(c => c.Id == person.Calendar) is { } calendar
            ? new DaysOff(calendar.Days)
            : DaysOff.None;

    private static void Must(Refusal? no)
    {
        if (no is not null)
            throw new InvalidOperationException($"The sample agency is refused: {no}");
    }
}
