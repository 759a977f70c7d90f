using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Clients;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;
using Plimsoll.Web.Clients.Import;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Sheets;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Clients.Queries;

/// <summary>Who and what the names of a brought file are: those that are there, and those to be made, made but not kept.</summary>
public sealed class ImportCast
{
    private const int UsualWeek = 40 * 60;

    private readonly Dictionary<string, Someone> _people = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Work> _work = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<PersonId, Someone> _byId = [];
    private readonly List<Person> _newPeople = [];
    private readonly List<Project> _newProjects = [];
    private readonly List<Client> _newClients = [];
    private readonly List<Role> _newRoles = [];
    private readonly List<SheetProblem> _problems = [];

    public IReadOnlyList<Person> NewPeople => _newPeople;
    public IReadOnlyList<Project> NewProjects => _newProjects;
    public IReadOnlyList<Client> NewClients => _newClients;
    public IReadOnlyList<Role> NewRoles => _newRoles;
    public IReadOnlyList<SheetProblem> Problems => _problems;

    /// <summary>The people that the file speaks of and that are there.</summary>
    public IReadOnlyList<PersonId> Existing { get; private set; } = [];

    public sealed record Someone(
        PersonId Id,
        string Name,
        string? Role,
        int Colour,
        bool IsPlaceholder,
        bool IsNew,
        DateOnly? LastDay
    )
    {
        public bool Leaves(Week week) => LastDay < week.Monday;
    }

    public sealed record Work(ProjectId Id, string Name, int Colour, bool IsInternal, bool IsNew);

    public Someone? PersonOf(string name) => _people.GetValueOrDefault(name);

    public Someone Of(PersonId id) => _byId[id];

    public Work? ProjectOf(string key) => _work.GetValueOrDefault(key);

    public IEnumerable<Someone> Everyone => _byId.Values;

    public IEnumerable<Work> Projects => _work.Values.DistinctBy(w => w.Id);

    public static async Task<ImportCast> Of(
        PlimsollDb db,
        IReadOnlyList<PersonQuestion> people,
        IReadOnlyList<WorkQuestion> work,
        ImportKnown known,
        Actor actor,
        CancellationToken ct
    )
    {
        var cast = new ImportCast();
        var calendar = await db.Workspaces().Select(w => w.Calendar).FirstOrDefaultAsync(ct);
        var colour = await db.People().CountAsync(ct);
        var emails = people.Select(p => p.Found.Email).OfType<string>().ToList();
        var taken = (
            await db.People()
                .Where(p => p.Email != null && emails.Contains(p.Email))
                .Select(p => p.Email!)
                .ToListAsync(ct)
        ).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var one in people)
            cast.Take(one, known, calendar, taken, ref colour);
        foreach (var one in work)
            cast.Take(one, known, actor);
        cast.Existing = [.. cast._byId.Values.Where(p => !p.IsNew).Select(p => p.Id)];
        return cast;
    }

    private void Take(
        PersonQuestion question,
        ImportKnown known,
        HolidayCalendarId? calendar,
        HashSet<string> taken,
        ref int colour
    )
    {
        var (found, answer) = (question.Found, question.Answer);
        if (answer.Kind is NameAnswer.Skip)
            return;
        if (answer.Kind is NameAnswer.Existing)
        {
            var there = known.People.First(p => p.Id.Value == answer.Id);
            Keep(
                found.Name,
                new Someone(
                    there.Id,
                    there.Name,
                    there.Role,
                    there.Colour,
                    there.IsPlaceholder,
                    false,
                    there.LastDay
                )
            );
            return;
        }
        var role = RoleOf(found.Role, known);
        // Two people never sign in with one address.
        var email = found.Email is { } given && taken.Add(given) ? given : null;
        if (Make(found, email, answer.Kind, role?.Id).Refused(out _, out var person))
        {
            _problems.Add(SheetProblem.Error(found.Address, "name-is-impossible", found.Name));
            return;
        }
        person.ChangeRole(role?.Id);
        if (!person.IsPlaceholder)
            person.ChangeCalendar(calendar);
        _ = person.ChangeColour(colour++ % Palette.Size);
        _newPeople.Add(person);
        Keep(
            found.Name,
            new Someone(
                person.Id,
                person.Name,
                role?.Name,
                person.Colour,
                person.IsPlaceholder,
                true,
                null
            )
        );
    }

    private void Keep(string name, Someone person)
    {
        _people[name] = person;
        _byId[person.Id] = person;
    }

    private static Outcome<Person> Make(
        FoundPerson found,
        string? email,
        NameAnswer kind,
        RoleId? role
    )
    {
        var week = found.WeeklyHours?.Value ?? UsualWeek;
        var days = new int[7];
        for (var day = 0; day < 5; day++)
            days[day] = week / 5 + (day < week % 5 ? 1 : 0);
        if (WorkPattern.Of(Era.First, days).Refused(out var no, out var pattern))
            return no;
        return kind is NameAnswer.Placeholder
            ? Person.NewPlaceholder(found.Name, role, pattern)
            : Person.Hire(found.Name, email, PersonKind.Employee, Position.TeamMember, pattern);
    }

    private (RoleId Id, string Name)? RoleOf(string? name, ImportKnown known)
    {
        if (name is null)
            return null;
        var plain = SearchKeys.Plain(name);
        if (known.Roles.FirstOrDefault(r => SearchKeys.Plain(r.Name) == plain) is { } there)
            return (new RoleId(there.Id), there.Name);
        if (_newRoles.Find(r => SearchKeys.Plain(r.Name) == plain) is { } made)
            return (made.Id, made.Name);
        if (Role.New(name).Refused(out _, out var role))
            return null;
        _newRoles.Add(role);
        return (role.Id, role.Name);
    }

    private void Take(WorkQuestion question, ImportKnown known, Actor actor)
    {
        var (found, answer) = (question.Found, question.Answer);
        if (answer.Kind is NameAnswer.Existing)
        {
            var there = known.Projects.First(p => p.Id.Value == answer.Id);
            _work[found.Key] = new Work(
                there.Id,
                there.Name,
                there.Colour,
                there.IsInternal,
                false
            );
        }
        if (answer.Kind is not NameAnswer.Create)
            return;
        if (question.LacksClient)
        {
            _problems.Add(SheetProblem.Error(found.Address, "client-is-missing", found.Name));
            return;
        }
        if (Make(found, answer, known, actor).Refused(out _, out var project))
        {
            _problems.Add(SheetProblem.Error(found.Address, "name-is-impossible", found.Name));
            return;
        }
        project.GiveTo(actor.Person);
        _ = project.ChangeColour((known.Projects.Count + NewProjects.Count) % Palette.Size);
        _newProjects.Add(project);
        _work[found.Key] = new Work(
            project.Id,
            project.Name,
            project.Colour,
            project.IsInternal,
            true
        );
    }

    private Outcome<Project> Make(
        FoundWork found,
        WorkAnswer answer,
        ImportKnown known,
        Actor actor
    )
    {
        if (answer.IsInternal)
            return Project.Internal(found.Name, found.Stage ?? Stage.Active);
        if (ClientOf(answer, known, actor).Refused(out var no, out var client))
            return no;
        return Project.For(
            client,
            found.Name,
            found.Kind is { } kind and not ProjectKind.Internal ? kind : ProjectKind.Retainer,
            found.Stage ?? Stage.Active
        );
    }

    private Outcome<ClientId> ClientOf(WorkAnswer answer, ImportKnown known, Actor actor)
    {
        if (answer.Client is { } chosen)
            return new ClientId(chosen);
        var plain = SearchKeys.Plain(answer.NewClient);
        if (known.Clients.FirstOrDefault(c => SearchKeys.Plain(c.Name) == plain) is { } there)
            return new ClientId(there.Id);
        if (_newClients.Find(c => SearchKeys.Plain(c.Name) == plain) is { } made)
            return made.Id;
        if (Client.New(answer.NewClient, actor.Person).Refused(out var no, out var client))
            return no;
        _newClients.Add(client);
        return client.Id;
    }
}
