using Plimsoll.Web.Clients.Import;
using Plimsoll.Web.Platform.Text;

namespace Plimsoll.Web.Clients.Queries;

/// <summary>A name of the file and what will be done with it: as answered, or else as proposed.</summary>
public sealed record PersonQuestion(FoundPerson Found, MatchStrength Strength, PersonAnswer Answer);

public sealed record WorkQuestion(FoundWork Found, MatchStrength Strength, WorkAnswer Answer)
{
    /// <summary>A new project for a client whom nobody has named.</summary>
    public bool LacksClient =>
        Answer
            is { Kind: NameAnswer.Create, IsInternal: false, Client: null, NewClient: null or "" };
}

/// <summary>What the names of a file leave open, each with the answer that will be taken.</summary>
public static class ImportQuestions
{
    /// <param name="leftOut">What is proposed to be left out, whoever it may be.</param>
    public static IReadOnlyList<PersonQuestion> People(
        IReadOnlyList<FoundPerson> people,
        IReadOnlyDictionary<string, PersonAnswer> answers,
        ImportKnown known,
        Func<string, bool>? leftOut = null
    )
    {
        var names = new NameMatch(byFirstName: true);
        foreach (var person in known.People)
            names.Add(person.Id.Value, person.Name);
        var ids = known.People.Select(p => p.Id.Value).ToHashSet();
        return
        [
            .. people.Select(found =>
            {
                var match = ByEmail(found) ?? names.Find(found.Name);
                return answers.TryGetValue(found.Name, out var said) && Holds(said)
                    ? new PersonQuestion(found, match.Strength, said)
                    : new PersonQuestion(found, match.Strength, Propose(found, match));
            }),
        ];

        Matched? ByEmail(FoundPerson found) =>
            found.Email is { } email
            && known.People.FirstOrDefault(p =>
                string.Equals(p.Email, email, StringComparison.OrdinalIgnoreCase)
            )
                is { } one
                ? new Matched(one.Id.Value, MatchStrength.Exact)
                : null;

        bool Holds(PersonAnswer said) =>
            said.Kind switch
            {
                NameAnswer.Existing => said.Id is { } id && ids.Contains(id),
                NameAnswer.Create or NameAnswer.Placeholder => known.MayCreatePeople,
                _ => true,
            };

        PersonAnswer Propose(FoundPerson found, Matched match) =>
            match.Strength != MatchStrength.None ? new PersonAnswer(NameAnswer.Existing, match.Id)
            : !known.MayCreatePeople || leftOut?.Invoke(found.Name) == true
                ? new PersonAnswer(NameAnswer.Skip)
            : LooksUnfound(found) ? new PersonAnswer(NameAnswer.Placeholder)
            : new PersonAnswer(NameAnswer.Create);
    }

    public static IReadOnlyList<WorkQuestion> Work(
        IReadOnlyList<FoundWork> work,
        IReadOnlyDictionary<string, WorkAnswer> answers,
        ImportKnown known,
        Func<string, bool>? leftOut = null
    )
    {
        var (names, whole, clients) = (new NameMatch(), new NameMatch(), new NameMatch());
        foreach (var project in known.Projects)
        {
            names.Add(project.Id.Value, project.Name);
            if (project.Client is { } client)
            {
                whole.Add(project.Id.Value, FoundWork.KeyOf(project.Name, client));
                whole.Add(project.Id.Value, $"{client} {project.Name}");
            }
        }
        foreach (var client in known.Clients)
            clients.Add(client.Id, client.Name);
        var ids = known.Projects.Select(p => p.Id.Value).ToHashSet();
        var clientIds = known.Clients.Select(c => c.Id).ToHashSet();
        return
        [
            .. work.Select(found =>
            {
                var match = ByCode(found) ?? Best(whole.Find(found.Key), names.Find(found.Name));
                return answers.TryGetValue(found.Key, out var said) && Holds(said)
                    ? new WorkQuestion(found, match.Strength, said)
                    : new WorkQuestion(found, match.Strength, Propose(found, match));
            }),
        ];

        // Some programs name a project by its code alone.
        Matched? ByCode(FoundWork found) =>
            known.Projects.FirstOrDefault(p =>
                string.Equals(p.Code, found.Name, StringComparison.OrdinalIgnoreCase)
            )
                is { } one
                ? new Matched(one.Id.Value, MatchStrength.Plain)
                : null;

        bool Holds(WorkAnswer said) =>
            said.Kind switch
            {
                NameAnswer.Existing => said.Id is { } id && ids.Contains(id),
                NameAnswer.Create => known.MayCreateProjects
                    && (said.Client is not { } client || clientIds.Contains(client)),
                NameAnswer.Placeholder => false,
                _ => true,
            };

        WorkAnswer Propose(FoundWork found, Matched match)
        {
            if (match.Strength != MatchStrength.None)
                return new WorkAnswer(NameAnswer.Existing, match.Id);
            if (!known.MayCreateProjects || leftOut?.Invoke(found.Name) == true)
                return new WorkAnswer(NameAnswer.Skip);
            if (found.LooksInternal)
                return new WorkAnswer(NameAnswer.Create, IsInternal: true);
            if (found.Client is not { } name)
                return new WorkAnswer(NameAnswer.Create);
            var client = clients.Find(name);
            return client.Strength >= MatchStrength.Plain
                ? new WorkAnswer(NameAnswer.Create, Client: client.Id)
                : new WorkAnswer(NameAnswer.Create, NewClient: name);
        }
    }

    private static Matched Best(Matched a, Matched b) => a.Strength >= b.Strength ? a : b;

    /// <summary>"Designer" with the role "designer", or without a name of its own, is somebody still to be found.</summary>
    private static bool LooksUnfound(FoundPerson found) =>
        found.Role is { } role && PlainForm.Of(role) == PlainForm.Of(found.Name);
}
