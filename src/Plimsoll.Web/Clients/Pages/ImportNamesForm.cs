using Plimsoll.Web.Clients.Import;

namespace Plimsoll.Web.Clients.Pages;

/// <summary>The fields of the questions about names, in the order in which they were asked.</summary>
public static class ImportNamesForm
{
    public const string Create = "create";
    public const string Placeholder = "placeholder";
    public const string Skip = "skip";
    public const string Internal = "internal";
    public const string NewClient = "new";

    public static string Client(WorkAnswer answer) =>
        answer.IsInternal ? Internal
        : answer.Client is { } client ? client.ToString()
        : answer.NewClient is { Length: > 0 } ? NewClient
        : "";

    public static (
        IReadOnlyDictionary<string, PersonAnswer> People,
        IReadOnlyDictionary<string, WorkAnswer> Work
    ) Read(IFormCollection form)
    {
        var people = new Dictionary<string, PersonAnswer>();
        var work = new Dictionary<string, WorkAnswer>();
        for (var i = 0; i < form.Count; i++)
        {
            if (form.TryGetValue($"person.{i}.name", out var person))
                people[person.ToString()] = Person(form[$"person.{i}"].ToString());
            if (form.TryGetValue($"work.{i}.name", out var project))
                work[project.ToString()] = Work(
                    form[$"work.{i}"].ToString(),
                    form[$"work.{i}.client"].ToString(),
                    form[$"work.{i}.new"].ToString()
                );
        }
        return (people, work);
    }

    private static PersonAnswer Person(string value) =>
        Guid.TryParse(value, out var id) ? new PersonAnswer(NameAnswer.Existing, id)
        : value == Create ? new PersonAnswer(NameAnswer.Create)
        : value == Placeholder ? new PersonAnswer(NameAnswer.Placeholder)
        : new PersonAnswer(NameAnswer.Skip);

    private static WorkAnswer Work(string value, string client, string name)
    {
        if (Guid.TryParse(value, out var id))
            return new WorkAnswer(NameAnswer.Existing, id);
        if (value != Create)
            return new WorkAnswer(NameAnswer.Skip);
        if (Guid.TryParse(client, out var chosen))
            return new WorkAnswer(NameAnswer.Create, Client: chosen);
        return new WorkAnswer(
            NameAnswer.Create,
            NewClient: client != Internal && name.Trim().Length > 0 ? name.Trim() : null,
            IsInternal: client == Internal
        );
    }
}
