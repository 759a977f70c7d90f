using Plimsoll.Domain.Clients;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Load;
using Plimsoll.Domain.People;
using Plimsoll.Domain.Tasks;

namespace Plimsoll.Web.Desk.Import;

/// <summary>An agency as CSV files: what Plimsoll has a room for, in its words (docs/operating/dataset.md).</summary>
internal sealed record Dataset(
    IReadOnlyList<Dataset.Office> Offices,
    IReadOnlyList<Dataset.Holiday> Holidays,
    IReadOnlyList<Dataset.RoleRow> Roles,
    IReadOnlyList<Dataset.PersonRow> People,
    IReadOnlyList<Dataset.AbsenceRow> Absences,
    IReadOnlyList<Dataset.ClientRow> Clients,
    IReadOnlyList<Dataset.ProjectRow> Projects,
    IReadOnlyList<Dataset.BookingRow> Bookings,
    IReadOnlyList<Dataset.TaskRow> Tasks
)
{
    internal sealed record Office(string Name, string Calendar);

    internal sealed record Holiday(string Calendar, DateOnly Date, string Name, int PercentOff);

    internal sealed record RoleRow(string Id, string Name);

    internal sealed record PersonRow(
        int Id,
        string Name,
        string Email,
        string Role,
        string Department,
        string Calendar,
        PersonKind Kind,
        Position Position,
        int[] Days,
        DateOnly Joined,
        DateOnly? LastDay,
        int? Manager
    );

    internal sealed record AbsenceRow(
        int Person,
        string Type,
        DateOnly From,
        DateOnly To,
        bool HalfDay,
        bool Approved
    );

    internal sealed record ClientRow(int Id, string Name);

    internal sealed record ProjectRow(
        int Id,
        string Code,
        string Name,
        int? Client,
        ProjectKind Kind,
        Stage Stage,
        DateOnly Starts,
        DateOnly Ends,
        int Manager
    );

    internal sealed record BookingRow(
        int Person,
        int Project,
        DateOnly From,
        DateOnly To,
        int MinutesPerDay,
        Certainty Certainty
    );

    internal sealed record TaskRow(
        int Id,
        int Project,
        string Title,
        int? Assignee,
        TaskState State,
        TaskPriority Priority,
        int? Estimate,
        DateOnly? Starts,
        DateOnly? Due,
        DateOnly? Completed
    );

    public static Dataset Read(string folder) =>
        new(
            CsvRows.Read(folder, "offices", r => new Office(r.Text("name"), r.Text("calendar"))),
            CsvRows.Read(
                folder,
                "holidays",
                r => new Holiday(
                    r.Text("calendar"),
                    r.Day("date"),
                    r.Text("name"),
                    r.Number("percent_off")
                )
            ),
            CsvRows.Read(folder, "roles", r => new RoleRow(r.Text("id"), r.Text("name"))),
            CsvRows.Read(folder, "people", Person),
            CsvRows.Read(
                folder,
                "absences",
                r => new AbsenceRow(
                    r.Number("person_id"),
                    r.Text("type"),
                    r.Day("start_date"),
                    r.Day("end_date"),
                    r.Number("half_day") != 0,
                    r.Word("status", ("approved", true), ("requested", false))
                )
            ),
            CsvRows.Read(folder, "clients", r => new ClientRow(r.Number("id"), r.Text("name"))),
            CsvRows.Read(folder, "projects", Project),
            CsvRows.Read(
                folder,
                "bookings",
                r => new BookingRow(
                    r.Number("person_id"),
                    r.Number("project_id"),
                    r.Day("start_date"),
                    r.Day("end_date"),
                    r.Number("minutes_per_day"),
                    r.Word(
                        "status",
                        ("confirmed", Certainty.Confirmed),
                        ("tentative", Certainty.Tentative)
                    )
                )
            ),
            CsvRows.Read(folder, "tasks", Task)
        );

    private static TaskRow Task(CsvRows r) =>
        new(
            r.Number("id"),
            r.Number("project_id"),
            r.Text("title"),
            r.Optional("assignee_id"),
            r.Word(
                "status",
                ("todo", TaskState.ToDo),
                ("in_progress", TaskState.InWork),
                ("review", TaskState.InReview),
                ("blocked", TaskState.WithClient),
                ("done", TaskState.Done)
            ),
            r.Word(
                "priority",
                ("low", TaskPriority.Low),
                ("normal", TaskPriority.Normal),
                ("high", TaskPriority.High),
                ("urgent", TaskPriority.Urgent)
            ),
            r.Optional("estimate_minutes"),
            r.OptionalDay("start_date"),
            r.OptionalDay("due_date"),
            r.OptionalDay("completed_date")
        );

    private static PersonRow Person(CsvRows r) =>
        new(
            r.Number("id"),
            $"{r.Text("first_name")} {r.Text("last_name")}",
            r.Text("email"),
            r.Text("role_id"),
            r.Text("department"),
            r.Text("calendar"),
            r.Word(
                "employment",
                ("employee", PersonKind.Employee),
                ("freelancer", PersonKind.Freelancer)
            ),
            r.Word(
                "access",
                ("owner", Position.Owner),
                ("admin", r.Text("role_id") == "DIR" ? Position.Director : Position.Accountant),
                ("manager", Position.AccountManager),
                ("member", Position.TeamMember)
            ),
            [
                r.Number("mon"),
                r.Number("tue"),
                r.Number("wed"),
                r.Number("thu"),
                r.Number("fri"),
                r.Number("sat"),
                r.Number("sun"),
            ],
            r.Day("start_date"),
            r.OptionalDay("end_date"),
            r.Optional("manager_id")
        );

    private static ProjectRow Project(CsvRows r) =>
        new(
            r.Number("id"),
            r.Text("code"),
            r.Text("name"),
            r.Optional("client_id"),
            r.Word(
                "type",
                ("internal", ProjectKind.Internal),
                ("retainer", ProjectKind.Retainer),
                ("fixed_price", ProjectKind.FixedPrice),
                ("time_and_materials", ProjectKind.TimeAndMaterials)
            ),
            r.Word(
                "status",
                ("tentative", Stage.Pitch),
                ("won", Stage.Won),
                ("active", Stage.Active),
                ("closed", Stage.Closed)
            ),
            r.Day("start_date"),
            r.Day("end_date"),
            r.Number("manager_id")
        );
}
