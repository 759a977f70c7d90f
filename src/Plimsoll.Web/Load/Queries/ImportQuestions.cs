using Plimsoll.Web.Load.Import;
using Plimsoll.Web.Platform.Text;

namespace Plimsoll.Web.Load.Queries;

/// <summary>A name of the sheet and what will be done with it: as answered, or else as proposed.</summary>
public sealed record PersonQuestion(FoundPerson Found, MatchStrength Strength, PersonAnswer Answer);

public sealed record WorkQuestion(FoundWork Found, MatchStrength Strength, WorkAnswer Answer)
{
    /// <summary>A new project for a client whom nobody has named.</summary>
    public bool LacksClient =>
        Answer
            is { Kind: NameAnswer.Create, IsInternal: false, Client: null, NewClient: null or "" };
}

/// <summary>What a sheet leaves open, each with the answer that will be taken.</summary>
internal static class ImportQuestions
{
    public static IReadOnlyList<PersonQuestion> People(
        FoundPlan plan,
        ImportAnswers answers,
        ImportKnown known
    )
    {
        var names = new NameMatch();
        foreach (var person in known.People)
            names.Add(person.Id.Value, person.Name);
        var ids = known.People.Select(p => p.Id.Value).ToHashSet();
        return
        [
            .. plan.People.Select(found =>
            {
                var match = names.Find(found.Name);
                return answers.People.TryGetValue(found.Name, out var said) && Holds(said)
                    ? new PersonQuestion(found, match.Strength, said)
                    : new PersonQuestion(found, match.Strength, Propose(found, match));
            }),
        ];

        bool Holds(PersonAnswer said) =>
            said.Kind switch
            {
                NameAnswer.Existing => said.Id is { } id && ids.Contains(id),
                NameAnswer.Create or NameAnswer.Placeholder => known.MayCreatePeople,
                _ => true,
            };

        PersonAnswer Propose(FoundPerson found, Matched match) =>
            match.Strength != MatchStrength.None ? new PersonAnswer(NameAnswer.Existing, match.Id)
            : !known.MayCreatePeople || IsOtherWork(found.Name) ? new PersonAnswer(NameAnswer.Skip)
            : LooksUnfound(found) ? new PersonAnswer(NameAnswer.Placeholder)
            : new PersonAnswer(NameAnswer.Create);
    }

    public static IReadOnlyList<WorkQuestion> Work(
        FoundPlan plan,
        ImportAnswers answers,
        ImportKnown known
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
            .. FoundWork
                .In(plan)
                .Select(found =>
                {
                    var match = Best(whole.Find(found.Key), names.Find(found.Name));
                    return answers.Work.TryGetValue(found.Key, out var said) && Holds(said)
                        ? new WorkQuestion(found, match.Strength, said)
                        : new WorkQuestion(found, match.Strength, Propose(found, match));
                }),
        ];

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
            if (!known.MayCreateProjects || IsOtherWork(found.Name))
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
        found.Role is { } role && SheetWords.Plain(role) == SheetWords.Plain(found.Name);

    /// <summary>What an export calls the work that its reader may not see by name.</summary>
    private static bool IsOtherWork(string name) =>
        Names.Any(n => string.Equals(n, name, StringComparison.OrdinalIgnoreCase));

    private static readonly string[] Names =
    [
        .. Language.All.Select(l => new Phrasebook().In(l)["load.other-work"]),
    ];
}
