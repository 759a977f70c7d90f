using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.People.Queries;
using Plimsoll.Web.Platform.Imports;
using Plimsoll.Web.Platform.Settings;
using Plimsoll.Web.Platform.Sheets;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.Tasks.Import;

namespace Plimsoll.Web.Tasks.UseCases;

/// <summary>Takes in a file of tasks somebody brought: judged, read and kept as a draft; no task is touched.</summary>
public sealed class BringTasks(
    IDbContextFactory<PlimsollDb> store,
    AgencyDay day,
    PlimsollSettings settings,
    TimeProvider clock
)
{
    public sealed record Command(string? FileName, Stream File);

    public async Task<Outcome<Guid>> Run(Command command, Actor actor, CancellationToken ct)
    {
        if (!actor.May(Right.ImportTasks))
            return new NotAllowed();
        var limits = new SheetLimits { Bytes = settings.UploadMegabytes * 1024L * 1024 };
        if (await FileImport.Taken(command.File, limits.Bytes, ct) is not { } file)
            return new SheetIsTooLarge(settings.UploadMegabytes);
        var name = FileImport.NameOf(command.FileName, "tasks");
        if (
            TaskFile
                .Read(file, name, limits, new TaskFileHints(name, TimeZoneInfo.Utc))
                .Refused(out var no, out _)
        )
            return no;
        await using var db = await store.CreateDbContextAsync(ct);
        var import = new FileImport
        {
            Kind = TaskImports.Subject.Word,
            By = actor.Person,
            At = clock.GetUtcNow().UtcDateTime,
            Day = await day.Today(ct),
            FileName = name,
            File = file,
            Answers = ImportJson.Write(new TaskImportAnswers()),
        };
        _ = db.Add(import);
        return await db.Save(ct) is { } collision ? collision : import.Id;
    }
}
