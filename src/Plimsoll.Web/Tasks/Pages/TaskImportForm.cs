using Plimsoll.Domain.Tasks;
using Plimsoll.Web.Clients.Pages;
using Plimsoll.Web.Platform.Text;
using Plimsoll.Web.Tasks.Import;
using Plimsoll.Web.Tasks.Queries;

namespace Plimsoll.Web.Tasks.Pages;

/// <summary>The fields of the questions: one for each column, state and name, in the order in which they were asked.</summary>
internal static class TaskImportForm
{
    public static TaskImportAnswers Read(IFormCollection form, DraftTaskImport.View asked)
    {
        var columns = new Dictionary<int, TaskColumn>();
        foreach (var column in asked.Found.Columns)
            if (Kebab.Read<TaskColumn>(form[$"column.{column.Number}"]) is { } kind)
                columns[column.Number] = kind;
        var states = new Dictionary<string, TaskState?>();
        for (var i = 0; form.TryGetValue($"state.{i}.name", out var word); i++)
            states[word.ToString()] = Kebab.Read<TaskState>(form[$"state.{i}"]);
        var (people, work) = ImportNamesForm.Read(form);
        return new TaskImportAnswers
        {
            Columns = columns,
            Estimates = Kebab.Read<EstimateUnit>(form["estimates"]),
            States = states,
            People = people,
            Work = work,
            Again = form["again"] == "true",
        };
    }
}
