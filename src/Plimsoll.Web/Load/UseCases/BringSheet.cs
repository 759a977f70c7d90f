using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Load.Import;
using Plimsoll.Web.Load.Store;
using Plimsoll.Web.People.Queries;
using Plimsoll.Web.Platform.Settings;
using Plimsoll.Web.Platform.Sheets;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Load.UseCases;

/// <summary>Takes in a spreadsheet somebody brought: judged, read and kept as a draft; nothing of the plan is touched.</summary>
public sealed class BringSheet(
    IDbContextFactory<PlimsollDb> store,
    AgencyDay day,
    PlimsollSettings settings,
    TimeProvider clock
)
{
    public sealed record Command(string? FileName, Stream File);

    public async Task<Outcome<Guid>> Run(Command command, Actor actor, CancellationToken ct)
    {
        if (!actor.May(Right.ImportPlan))
            return new NotAllowed();
        var limits = new SheetLimits { Bytes = settings.UploadMegabytes * 1024L * 1024 };
        using var kept = new MemoryStream();
        if (await Keep(command.File, kept, limits.Bytes, ct) is { } tooLarge)
            return tooLarge;
        var name = Name(command.FileName);
        var file = kept.ToArray();
        if (SheetFile.Read(file, name, limits).Refused(out var no, out _))
            return no;
        await using var db = await store.CreateDbContextAsync(ct);
        var import = new PlanImport
        {
            By = actor.Person,
            At = clock.GetUtcNow().UtcDateTime,
            Day = await day.Today(ct),
            FileName = name,
            File = file,
            Answers = ImportJson.Write(new ImportAnswers()),
        };
        _ = db.Add(import);
        return await db.Save(ct) is { } collision ? collision : import.Id;
    }

    private static async Task<Refusal?> Keep(
        Stream file,
        MemoryStream kept,
        long limit,
        CancellationToken ct
    )
    {
        var buffer = new byte[81_920];
        for (int read; (read = await file.ReadAsync(buffer, ct)) > 0; )
        {
            if (kept.Length + read > limit)
                return new SheetIsTooLarge(limit / (1024 * 1024));
            await kept.WriteAsync(buffer.AsMemory(0, read), ct);
        }
        return null;
    }

    /// <summary>Some browsers send a whole path.</summary>
    private static string Name(string? given)
    {
        var name = (given ?? "").Split('/', '\\')[^1];
        var clean = new string([
            .. name.Where(c => !char.IsControl(c) && !char.IsSurrogate(c)),
        ]).Trim();
        if (clean.Length > PlanImport.FileNameLimit)
            clean = clean[^PlanImport.FileNameLimit..];
        return clean.Length == 0 ? "plan" : clean;
    }
}
