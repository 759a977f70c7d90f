using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Imports;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.Tasks.Import;

namespace Plimsoll.Web.Tasks.UseCases;

/// <summary>Keeps what a person said about a file of tasks.</summary>
public sealed class AnswerTaskImport(IDbContextFactory<PlimsollDb> store)
{
    private const int AnswersAtMost = 5_000;

    public sealed record Command(
        Guid Import,
        TaskImportAnswers Answers,
        SeenVersion Seen = default
    );

    public async Task<Outcome<Done>> Run(Command command, Actor actor, CancellationToken ct)
    {
        var answers = command.Answers;
        var most = new[]
        {
            answers.Columns.Count,
            answers.States.Count,
            answers.People.Count,
            answers.Work.Count,
        }.Max();
        if (most > AnswersAtMost)
            return new IsTooLong("answers", AnswersAtMost);
        await using var db = await store.CreateDbContextAsync(ct);
        if (
            await db.ImportsVisibleTo(TaskImports.Subject, actor)
                .FirstOrDefaultAsync(i => i.Id == command.Import, ct)
            is not { } import
        )
            return new NotThere();
        if (command.Seen.IsNot(import.Version))
            return new ChangedMeanwhile();
        if (import.State is not ImportState.Draft)
            return new ImportIsNoDraft();
        import.Answers = ImportJson.Write(answers);
        return await db.Save(ct) is { } collision ? collision : Done.It;
    }
}
