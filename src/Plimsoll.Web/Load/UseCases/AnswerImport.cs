using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Load;
using Plimsoll.Web.Load.Import;
using Plimsoll.Web.Load.Queries;
using Plimsoll.Web.Load.Store;
using Plimsoll.Web.Platform.Imports;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Load.UseCases;

/// <summary>Keeps what a person said about a sheet; what its colours mean is remembered for the next one too.</summary>
public sealed class AnswerImport(IDbContextFactory<PlimsollDb> store)
{
    private const int NamesAtMost = 5_000;

    public sealed record Command(Guid Import, ImportAnswers Answers, SeenVersion Seen = default);

    public async Task<Outcome<Done>> Run(Command command, Actor actor, CancellationToken ct)
    {
        var answers = command.Answers;
        if (answers.People.Count > NamesAtMost || answers.Work.Count > NamesAtMost)
            return new IsTooLong("people", NamesAtMost);
        if (Line.Optional(answers.Reason, "reason", Booking.ReasonLimit).Refusal is { } tooLong)
            return tooLong;
        if (answers.Fills.Keys.Any(f => f.Length != 6 || !f.All(char.IsAsciiHexDigitUpper)))
            return new IsNotUnderstood("fills");
        await using var db = await store.CreateDbContextAsync(ct);
        if (
            await db.ImportsVisibleTo(PlanImports.Subject, actor)
                .FirstOrDefaultAsync(i => i.Id == command.Import, ct)
            is not { } import
        )
            return new NotThere();
        if (command.Seen.IsNot(import.Version))
            return new ChangedMeanwhile();
        if (import.State is not ImportState.Draft)
            return new ImportIsNoDraft();
        import.Answers = ImportJson.Write(answers);
        await Remember(db, answers.Fills, ct);
        return await db.Save(ct) is { } collision ? collision : Done.It;
    }

    private static async Task Remember(
        PlimsollDb db,
        IReadOnlyDictionary<string, FillMeaning> fills,
        CancellationToken ct
    )
    {
        var known = await db.KnownFills().ToDictionaryAsync(f => f.Fill, ct);
        foreach (var (fill, meaning) in fills)
            if (known.TryGetValue(fill, out var there))
                there.Meaning = meaning;
            else
                _ = db.Add(new KnownFill { Fill = fill, Meaning = meaning });
    }
}
