using Plimsoll.Domain.Clients;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Load;
using Plimsoll.Domain.People;
using Plimsoll.Domain.Tasks;
using Plimsoll.Web.Platform.Settings;

namespace Plimsoll.Web.Desk.Import;

/// <summary>A data set, made into people, projects and bookings by the laws that all of them obey (docs/operating/dataset.md).</summary>
internal sealed class DatasetAgency
{
    private readonly Dictionary<string, HolidayCalendar> _calendars = [];
    private readonly Dictionary<string, Role> _roles = [];
    private readonly Dictionary<string, Team> _teams = [];
    private readonly Dictionary<int, Person> _people = [];
    private readonly Dictionary<int, Client> _clients = [];
    private readonly Dictionary<int, Project> _projects = [];
    private readonly List<Absence> _absences = [];
    private readonly List<Booking> _bookings = [];
    private readonly List<ProjectTask> _tasks = [];
    private readonly DateTime _now;

    private DatasetAgency(DateTime now) => _now = now;

    public IReadOnlyCollection<HolidayCalendar> Calendars => _calendars.Values;
    public IReadOnlyCollection<Role> Roles => _roles.Values;
    public IReadOnlyCollection<Team> Teams => _teams.Values;
    public IReadOnlyCollection<Person> People => _people.Values;
    public IReadOnlyCollection<Client> Clients => _clients.Values;
    public IReadOnlyCollection<Project> Projects => _projects.Values;
    public IReadOnlyList<Absence> Absences => _absences;
    public IReadOnlyList<Booking> Bookings => _bookings;
    public IReadOnlyList<ProjectTask> Tasks => _tasks;

    /// <summary>Tentative time of weeks that are over: nobody holds it any more.</summary>
    public int Lapsed { get; private set; }

    public Person Owner { get; private set; } = null!;

    public static DatasetAgency Of(Dataset dataset, DateOnly today, DateTime now)
    {
        var agency = new DatasetAgency(now);
        agency.AddCalendars(dataset);
        foreach (var role in dataset.Roles)
            agency._roles.Add(role.Id, Made(Role.New(role.Name), "roles", role.Id));
        foreach (var person in dataset.People)
            agency.AddPerson(person);
        agency.Owner =
            agency._people.Values.FirstOrDefault(p => p.Position is Position.Owner)
            ?? throw new CannotStart("The data set has no person with the access \"owner\".");
        var managers = dataset.People.ToDictionary(p => p.Id, p => p.Manager);
        foreach (var absence in dataset.Absences)
            agency.AddAbsence(absence, managers[absence.Person]);
        agency.AddClients(dataset);
        foreach (var project in dataset.Projects)
            agency.AddProject(project);
        agency.AddBookings(dataset, Week.Of(today));
        agency.AddTasks(dataset, today);
        return agency;
    }

    private void AddCalendars(Dataset dataset)
    {
        foreach (var office in dataset.Offices)
        {
            var place = office.Calendar.Split('-', 2);
            var calendar = HolidayCalendar.New(
                office.Name,
                place[0],
                place.ElementAtOrDefault(1),
                "data set"
            );
            _calendars.Add(office.Calendar, Made(calendar, "offices", office.Name));
        }
        foreach (var holiday in dataset.Holidays)
        {
            var day = CalendarDay.Of(holiday.Date, holiday.Name, holiday.PercentOff);
            _calendars[holiday.Calendar].SetDay(Made(day, "holidays", holiday.Name));
        }
    }

    private void AddPerson(Dataset.PersonRow row)
    {
        var pattern = Made(WorkPattern.Of(row.Joined, row.Days), "people", row.Id);
        var person = Made(
            Person.Hire(
                row.Name,
                row.Email,
                row.Kind,
                row.Position,
                pattern,
                row.Joined,
                row.LastDay
            ),
            "people",
            row.Id
        );
        person.ChangeRole(_roles[row.Role].Id);
        person.ChangeCalendar(_calendars[row.Calendar].Id);
        MustBe(person.ChangeColour(row.Id % Palette.Size), "people", row.Id);
        _people.Add(row.Id, person);
        if (!_teams.TryGetValue(row.Department, out var team))
            _teams[row.Department] = team = Made(Team.New(row.Department), "people", row.Id);
        team.Add(person.Id);
    }

    private void AddAbsence(Dataset.AbsenceRow row, int? manager)
    {
        var (kind, note) = row.Type switch
        {
            "vacation" => (AbsenceKind.Vacation, null),
            "sick" => (AbsenceKind.Sick, null),
            _ => (AbsenceKind.Other, row.Type),
        };
        var person = _people[row.Person].Id;
        var absence = Made(
            Absence.Ask(person, kind, row.From, row.To, row.HalfDay, note, person, _now),
            "absences",
            row.Person
        );
        if (row.Approved)
        {
            var by = manager is { } id ? _people[id] : Owner;
            MustBe(absence.Approve(by.Id, _now), "absences", row.Person);
        }
        _absences.Add(absence);
    }

    /// <summary>The data set does not say who answers for a client: the account managers who stay take them in turn.</summary>
    private void AddClients(Dataset dataset)
    {
        var managers = dataset.People.Where(p => p is { Role: "ACC", LastDay: null }).ToList();
        foreach (var row in dataset.Clients)
        {
            var manager =
                managers.Count == 0 ? Owner : _people[managers[row.Id % managers.Count].Id];
            _clients.Add(row.Id, Made(Client.New(row.Name, manager.Id), "clients", row.Id));
        }
    }

    private void AddProject(Dataset.ProjectRow row)
    {
        var project = Made(
            row.Client is { } client
                ? Project.For(_clients[client].Id, row.Name, row.Kind, row.Stage)
                : Project.Internal(row.Name, row.Stage),
            "projects",
            row.Id
        );
        MustBe(project.ChangeCode(row.Code), "projects", row.Id);
        MustBe(project.ChangeColour(row.Id % Palette.Size), "projects", row.Id);
        MustBe(project.ChangeDates(row.Starts, row.Ends), "projects", row.Id);
        project.GiveTo(_people[row.Manager].Id);
        _projects.Add(row.Id, project);
    }

    /// <summary>
    /// A hold stands to the end of its week, the longest that a hold can: the figures of the data set count all tentative
    /// time, and the default date would free that of the first week at once.
    /// </summary>
    private void AddBookings(Dataset dataset, Week current)
    {
        var holidays = _calendars.ToDictionary(c => c.Value.Id, c => new Holidays(c.Value.Days));
        var calendars = _people.ToDictionary(
            p => p.Key,
            p => PersonCalendar.Of(p.Value, holidays[p.Value.Calendar!.Value], [])
        );
        foreach (var (cell, minutes) in BookedWeeks.Of(dataset.Bookings, calendars))
        {
            if (cell.Certainty is Certainty.Tentative && cell.Week < current)
            {
                Lapsed++;
                continue;
            }
            var (person, project) = (_people[cell.Person].Id, _projects[cell.Project]);
            var owner = project.Manager ?? Owner.Id;
            var planned = new Minutes(minutes);
            var booking =
                cell.Certainty is Certainty.Tentative
                    ? Booking.Hold(person, project.Id, cell.Week, planned, cell.Week.Sunday, owner)
                    : Booking.Confirm(person, project.Id, cell.Week, planned, owner);
            _bookings.Add(Made(booking, "bookings", cell));
        }
    }

    /// <summary>
    /// The manager of a project wrote its tasks down, and reviews those that are in review: the data set names neither.
    /// A task stands in its state since it was completed, else since it began.
    /// </summary>
    private void AddTasks(Dataset dataset, DateOnly today)
    {
        var numbers = new Dictionary<ProjectId, int>();
        foreach (var row in dataset.Tasks)
        {
            var project = _projects[row.Project];
            var author = project.Manager ?? Owner.Id;
            var number = numbers[project.Id] = numbers.GetValueOrDefault(project.Id) + 1;
            var begun = row.Starts is { } starts && starts < today ? starts : today;
            var task = Made(
                ProjectTask.New(project.Id, number, row.Title, author, Noon(begun)),
                "tasks",
                row.Id
            );
            var who = row.Assignee is { } assignee ? _people[assignee].Id : (PersonId?)null;
            task.GiveTo(who);
            MustBe(task.Prioritise(row.Priority), "tasks", row.Id);
            MustBe(task.Schedule(row.Starts, row.Due), "tasks", row.Id);
            MustBe(
                task.Guess(row.Estimate is > 0 and var minutes ? new Minutes(minutes) : null),
                "tasks",
                row.Id
            );
            if (row.State is TaskState.InReview)
                MustBe(task.LetReview(author), "tasks", row.Id);
            // Internal work waits for no client.
            var state =
                row.State is TaskState.WithClient && project.IsInternal
                    ? TaskState.ToDo
                    : row.State;
            MustBe(
                task.Move(state, who ?? author, answers: true, Noon(row.Completed ?? begun)),
                "tasks",
                row.Id
            );
            _tasks.Add(task);
        }
    }

    private static DateTime Noon(DateOnly day) =>
        day.ToDateTime(new TimeOnly(12, 0), DateTimeKind.Utc);

    private static T Made<T>(Outcome<T> outcome, string file, object row) =>
        outcome.Refused(out var no, out var made) ? throw Refused(no, file, row) : made;

    private static void MustBe(Refusal? no, string file, object row)
    {
        if (no is not null)
            throw Refused(no, file, row);
    }

    private static CannotStart Refused(Refusal no, string file, object row) =>
        new($"The file {file}.csv has something at {row} that cannot be: {no.Code} {no.Field}.");
}
