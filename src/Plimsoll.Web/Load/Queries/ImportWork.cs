using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Load;
using Plimsoll.Domain.People;
using Plimsoll.Web.Clients.Import;
using Plimsoll.Web.Clients.Queries;
using Plimsoll.Web.Load.Import;
using Plimsoll.Web.Load.Store;
using Plimsoll.Web.Platform.Imports;
using Plimsoll.Web.Platform.Sheets;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.Platform.Text;

namespace Plimsoll.Web.Load.Queries;

/// <summary>
/// All that an import would do, worked out and not yet done: the preview shows it, and applying does exactly it. Cells
/// that the sheet names are replaced, those it does not name stay.
/// </summary>
internal sealed class ImportWork
{
    public required FoundPlan Plan { get; init; }
    public required ImportKnown Known { get; init; }
    public required IReadOnlyList<PersonQuestion> People { get; init; }
    public required IReadOnlyList<WorkQuestion> Work { get; init; }
    public required ImportAnswers Answers { get; init; }
    public required ImportCast Cast { get; init; }

    public List<PlannedChange> Changes { get; } = [];
    public List<PlannedAway> Away { get; } = [];
    public List<PlannedComment> Comments { get; } = [];
    public List<SheetProblem> Problems { get; } = [];

    /// <summary>What the cells of the sheet and all others of the same weeks hold now.</summary>
    public Dictionary<CellKey, (PlanCell Cell, DateOnly? HoldUntil)> Now { get; } = [];

    public int Errors => Problems.Count(p => p.Weight == ProblemWeight.Error);

    /// <param name="Address">Where in the sheet it stands.</param>
    public sealed record PlannedChange(
        CellKey Key,
        PlanCell Was,
        PlanCell Set,
        DateOnly? HoldUntil,
        CellAddress Address
    );

    public sealed record PlannedAway(PersonId Person, AbsenceKind Kind, AwayDays Days);

    public sealed record PlannedComment(CellKey Key, string Text);

    public static async Task<ImportWork> Of(
        PlimsollDb db,
        FileImport import,
        Actor actor,
        DateOnly today,
        CancellationToken ct
    )
    {
        var answers = ImportJson.Read<ImportAnswers>(import.Answers);
        var plan = await Read(db, import, answers, ct);
        var known = await ImportKnown.Of(
            db,
            db.PlanVisibleTo(actor),
            db.ProjectsNamedTo(actor),
            actor,
            ct
        );
        var people = ImportQuestions.People(plan.People, answers.People, known, IsOtherWork);
        var work = ImportQuestions.Work(PlanWork.In(plan), answers.Work, known, IsOtherWork);
        var cast = await ImportCast.Of(db, people, work, known, actor, ct);
        var all = new ImportWork
        {
            Plan = plan,
            Known = known,
            People = people,
            Work = work,
            Answers = answers,
            Cast = cast,
        };
        all.Problems.AddRange(plan.Problems);
        all.Problems.AddRange(cast.Problems);
        await new ImportReading(db, actor, today, all, ct).Fill();
        all.Problems.Sort((a, b) => a.At.First.CompareTo(b.At.First));
        return all;
    }

    /// <summary>What an export calls the work that its reader may not see by name.</summary>
    private static bool IsOtherWork(string name) =>
        OtherWork.Any(n => string.Equals(n, name, StringComparison.OrdinalIgnoreCase));

    private static readonly string[] OtherWork =
    [
        .. Language.All.Select(l => new Phrasebook().In(l)["load.other-work"]),
    ];

    /// <summary>The file was judged when it came in; it is read again with what has been answered since.</summary>
    private static async Task<FoundPlan> Read(
        PlimsollDb db,
        FileImport import,
        ImportAnswers answers,
        CancellationToken ct
    )
    {
        var fills = await db.KnownFills()
            .AsNoTracking()
            .ToDictionaryAsync(f => f.Fill, f => f.Meaning, ct);
        foreach (var (fill, meaning) in answers.Fills)
            fills[fill] = meaning;
        var book = SheetFile
            .Read(import.File, import.FileName, new SheetLimits { Bytes = long.MaxValue })
            .Value;
        return LoadSheet.Read(
            book,
            new LoadSheetHints(import.Day) { Unit = answers.Unit, Fills = fills }
        );
    }
}
