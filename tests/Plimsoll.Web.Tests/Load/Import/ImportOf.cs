using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Load.Export;
using Plimsoll.Web.Load.Import;
using Plimsoll.Web.Load.Queries;
using Plimsoll.Web.Load.UseCases;
using Plimsoll.Web.Platform.Imports;
using Plimsoll.Web.Platform.Sheets;
using Plimsoll.Web.Platform.Text;
using Plimsoll.Web.Tests.Platform;

namespace Plimsoll.Web.Tests.Load.Import;

/// <summary>Bringing, answering, applying and undoing a sheet, as a page would do it.</summary>
internal static class ImportOf
{
    public const string Runner = "test";

    public static byte[] Sample(string name) =>
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Samples/load", name));

    public static async Task<Guid> Bring(
        this TestAgency agency,
        byte[] file,
        string name = "load.xlsx",
        Actor? actor = null
    )
    {
        using var stream = new MemoryStream(file);
        var brought = await agency
            .Use<BringSheet>()
            .Run(new(name, stream), actor ?? agency.Owner, TestAgency.Now);
        return brought.Value;
    }

    public static async Task<DraftImport.View> Draft(
        this TestAgency agency,
        Guid import,
        Actor? actor = null
    ) => (await agency.Use<DraftImport>().Ask(import, actor ?? agency.Owner, TestAgency.Now)).Value;

    /// <summary>Every new project that has no client yet gets a new one.</summary>
    public static async Task Answer(
        this TestAgency agency,
        Guid import,
        Func<ImportAnswers, ImportAnswers>? more = null
    )
    {
        var draft = await agency.Draft(import);
        var answers = draft.Answers with
        {
            Work = draft.Work.ToDictionary(
                w => w.Found.Key,
                w => w.LacksClient ? w.Answer with { NewClient = "Client of all" } : w.Answer
            ),
        };
        (
            await agency
                .Use<AnswerImport>()
                .Run(new(import, more?.Invoke(answers) ?? answers), agency.Owner, TestAgency.Now)
        ).Refusal.ShouldBeNull();
    }

    public static async Task<Outcome<ImportResult>> Apply(
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
                PlanImports.Subject,
                new(import, false, Runner),
                actor ?? agency.Owner,
                TestAgency.Now
            );
        if (started.Refusal is { } no)
            return no;
        return await agency
            .Use<ApplyImport>()
            .Run(
                new(import, Runner, "Imported from {file}"),
                actor ?? agency.Owner,
                progress,
                ct ?? TestAgency.Now
            );
    }

    public static async Task<Outcome<Done>> Undo(this TestAgency agency, Guid import)
    {
        var started = await agency
            .Use<StartImport>()
            .Run(PlanImports.Subject, new(import, true, Runner), agency.Owner, TestAgency.Now);
        if (started.Refusal is { } no)
            return no;
        return await agency
            .Use<UndoImport>()
            .Run(new(import, Runner, "Undone"), agency.Owner, null, TestAgency.Now);
    }

    public static async Task<WholeBoard.View> Whole(
        this TestAgency agency,
        string query,
        Actor? actor = null
    ) =>
        await agency
            .Use<WholeBoard>()
            .Ask(
                BoardView.Read(query, PlanOf.W48, Domain.Load.PlanUnit.Percent),
                actor ?? agency.Owner,
                TestAgency.Now
            );

    public static byte[] Xlsx(WholeBoard.View whole, Language? language = null)
    {
        using var file = new MemoryStream();
        var phrases = new Phrasebook().In(language ?? Language.English);
        SheetWriter.WriteXlsx(file, [BoardSheet.Of(whole, phrases)]);
        return file.ToArray();
    }

    public static byte[] Csv(WholeBoard.View whole)
    {
        using var file = new MemoryStream();
        SheetWriter.WriteCsv(file, BoardList.Of(whole), new CsvForm(';', DecimalComma: false));
        return file.ToArray();
    }

    /// <summary>Everything of the plan that a person can see, one line for each booking and each week away.</summary>
    public static async Task<IReadOnlyList<string>> Written(
        this TestAgency agency,
        string query = "from=2026-W48&weeks=26"
    )
    {
        var whole = await agency.Whole(query);
        var lines = new List<string>();
        foreach (var row in whole.Board.Rows)
            for (var w = 0; w < row.Cells.Length; w++)
            {
                var week = whole.Board.Weeks[w];
                if (row.Cells[w].Away > 0)
                    lines.Add($"{row.Name} {week}: away {row.Cells[w].Away}");
                foreach (var line in row.Lines ?? [])
                {
                    var comment = whole.Comments.GetValueOrDefault((row.Id, line.Id, week));
                    if (line.Cells[w].Confirmed + line.Cells[w].Tentative > 0)
                        lines.Add(
                            $"{row.Name} {line.Name}{(line.IsInternal ? " (internal)" : "")} {week}: {line.Cells[w].Confirmed}+{line.Cells[w].Tentative}t {comment}"
                        );
                }
            }
        lines.Sort(StringComparer.Ordinal);
        return lines;
    }
}
