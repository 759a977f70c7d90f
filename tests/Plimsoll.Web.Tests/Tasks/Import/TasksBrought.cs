using System.Text;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Tasks;
using Plimsoll.Web.Platform.Imports;
using Plimsoll.Web.Platform.Sheets;
using Plimsoll.Web.Tasks.Import;
using Plimsoll.Web.Tasks.Queries;
using Plimsoll.Web.Tasks.UseCases;
using Plimsoll.Web.Tests.Platform;

namespace Plimsoll.Web.Tests.Tasks.Import;

/// <summary>Bringing, answering, applying and undoing a file of tasks, as a page would do it.</summary>
internal static class TasksBrought
{
    public const string Runner = "test";

    public static byte[] Sample(string name) =>
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Samples/tasks", name));

    public static byte[] Csv(params string[] lines) =>
        Encoding.UTF8.GetBytes(string.Join('\n', lines));

    /// <summary>What is found in a file, without any workspace.</summary>
    public static FoundTasks Found(byte[] file, string name = "tasks.csv") =>
        TaskFile
            .Read(file, name, new SheetLimits(), new TaskFileHints("tasks", TimeZoneInfo.Utc))
            .Value;

    public static async Task<Outcome<Guid>> TryBring(
        this TestAgency agency,
        byte[] file,
        string name = "tasks.csv",
        Actor? actor = null
    )
    {
        using var stream = new MemoryStream(file);
        return await agency
            .Use<BringTasks>()
            .Run(new(name, stream), actor ?? agency.Owner, TestAgency.Now);
    }

    public static async Task<Guid> BringTasks(
        this TestAgency agency,
        byte[] file,
        string name = "tasks.csv",
        Actor? actor = null
    ) => (await agency.TryBring(file, name, actor)).Value;

    public static async Task<DraftTaskImport.View> TaskDraft(
        this TestAgency agency,
        Guid import,
        Actor? actor = null
    ) =>
        (
            await agency
                .Use<DraftTaskImport>()
                .Ask(import, 1, actor ?? agency.Owner, TestAgency.Now)
        ).Value;

    /// <summary>Every new project that has no client yet gets a new one.</summary>
    public static async Task AnswerTasks(
        this TestAgency agency,
        Guid import,
        Func<TaskImportAnswers, TaskImportAnswers>? more = null
    )
    {
        var draft = await agency.TaskDraft(import);
        var answers = draft.Answers with
        {
            Work = draft.Work.ToDictionary(
                w => w.Found.Key,
                w => w.LacksClient ? w.Answer with { NewClient = "Client of all" } : w.Answer
            ),
        };
        (
            await agency
                .Use<AnswerTaskImport>()
                .Run(new(import, more?.Invoke(answers) ?? answers), agency.Owner, TestAgency.Now)
        ).Refusal.ShouldBeNull();
    }

    public static async Task<Outcome<TaskImportResult>> ApplyTasks(
        this TestAgency agency,
        Guid import,
        Actor? actor = null,
        IProgress<ImportProgress>? progress = null,
        CancellationToken? ct = null
    )
    {
        var started = await agency
            .Use<StartImport>()
            .Run(
                TaskImports.Subject,
                new(import, false, Runner),
                actor ?? agency.Owner,
                TestAgency.Now
            );
        if (started.Refusal is { } no)
            return no;
        return await agency
            .Use<ApplyTaskImport>()
            .Run(new(import, Runner), actor ?? agency.Owner, progress, ct ?? TestAgency.Now);
    }

    public static async Task<Outcome<Done>> UndoTasks(this TestAgency agency, Guid import)
    {
        var started = await agency
            .Use<StartImport>()
            .Run(TaskImports.Subject, new(import, true, Runner), agency.Owner, TestAgency.Now);
        if (started.Refusal is { } no)
            return no;
        return await agency
            .Use<UndoTaskImport>()
            .Run(new(import, Runner), agency.Owner, null, TestAgency.Now);
    }

    /// <summary>Everything that is read in the whole list of tasks, one line each, by their keys.</summary>
    public static async Task<IReadOnlyList<TaskRow>> AllTasks(this TestAgency agency) =>
        [
            .. (
                await agency
                    .Use<TaskList>()
                    .Ask(
                        TaskView.Read("state=all&group=none&sort=created&limit=500"),
                        agency.Owner,
                        System.Globalization.CultureInfo.InvariantCulture,
                        TestAgency.Now
                    )
            ).Rows,
        ];

    public static IReadOnlyList<string> Codes(this DraftTaskImport.View draft) =>
        [.. draft.Problems.Select(p => p.Code)];

    public static TaskRow Titled(this IEnumerable<TaskRow> rows, string title) =>
        rows.Single(r => r.Title == title);

    /// <summary>A form with that file in it.</summary>
    public static MultipartFormDataContent Upload(byte[] file) =>
        new() { { new ByteArrayContent(file), "file", "tasks.csv" } };
}
