using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Tasks.Queries;
using Plimsoll.Web.Tasks.UseCases;
using Plimsoll.Web.Tests.Platform;

namespace Plimsoll.Web.Tests.Tasks;

/// <summary>Tasks for the tests of this room and of those that read it.</summary>
internal static class SomeTasks
{
    public static async Task<AddTask.Added> Task(
        this TestAgency agency,
        ProjectId project,
        string title,
        TaskChange? content = null,
        Actor? by = null
    ) =>
        (
            await agency
                .Use<AddTask>()
                .Run(
                    new(project, (content ?? new()) with { Title = new(title) }),
                    by ?? agency.Owner,
                    TestAgency.Now
                )
        ).Value;

    public static async Task<TaskCard.View> Card(
        this TestAgency agency,
        TaskId task,
        Actor? actor = null
    ) =>
        (
            await agency.Use<TaskCard>().Ask(task.ToString(), actor ?? agency.Owner, TestAgency.Now)
        ).Value;

    /// <summary>The titles that somebody reads under that address, in their order.</summary>
    public static async Task<IReadOnlyList<string>> Titles(
        this TestAgency agency,
        string query,
        Actor? actor = null
    ) =>
        [
            .. (
                await agency
                    .Use<TaskList>()
                    .Ask(
                        TaskView.Read(query),
                        actor ?? agency.Owner,
                        System.Globalization.CultureInfo.InvariantCulture,
                        TestAgency.Now
                    )
            ).Rows.Select(r => r.Title),
        ];

    public static async Task<Outcome<TasksChanged>> Change(
        this TestAgency agency,
        TaskId task,
        TaskChange change,
        Actor? by = null,
        int? seen = null
    ) =>
        await agency
            .Use<ChangeTasks>()
            .Run(new(task, change, seen), by ?? agency.Owner, TestAgency.Now);
}
