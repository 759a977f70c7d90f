using System.IO.Compression;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Tasks;
using Plimsoll.Web.Platform.Files;
using Plimsoll.Web.Platform.Sheets;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.Platform.Text.Markdown;
using Plimsoll.Web.Tasks.Export;
using Plimsoll.Web.Tasks.Import;
using Plimsoll.Web.Tasks.Queries;
using Plimsoll.Web.Tasks.Store;

namespace Plimsoll.Web.Tasks.UseCases;

/// <summary>Takes the files of an archived project in, and gives them to its tasks; within the caller's transaction.</summary>
internal sealed class ArchivedFilesIn(PlimsollDb db, Actor actor, DateTime now)
{
    private readonly Dictionary<string, Guid> _ids = [];
    private readonly Dictionary<string, string> _addresses = [];

    public async Task<Refusal?> Bring(TaskImportWork work, CancellationToken ct)
    {
        var wanted = work.Tasks.SelectMany(t => t.Found.Files).DistinctBy(f => f.Path).ToList();
        if (wanted.Count == 0)
            return null;
        using var zip = ArchiveFile.Open(work.File);
        foreach (var file in wanted)
        {
            if (zip.GetEntry(file.Path) is not { } entry)
                return new SheetIsBroken();
            await using var bytes = await entry.OpenAsync(ct);
            var stored = await BringFile.Within(db, file.Name, bytes, entry.Length, actor, now, ct);
            if (stored is null)
                return new SheetIsABomb();
            _ids[file.Path] = stored.Id;
            _addresses[file.Path] = OwnFile.At(stored.Id);
        }
        return null;
    }

    public string? Inside(string? text) => ProjectArchive.Inside(text, _addresses);

    /// <summary>Everything hangs on the task itself by now: what is said about it shows it from there.</summary>
    public void GiveTo(ProjectTask task, PlannedTask planned)
    {
        foreach (var file in planned.Found.Files)
            if (_ids.TryGetValue(file.Path, out var id))
                db.Files().Find(id)?.GiveTo(FileHolderKinds.Task, task.Id.Value);
    }
}
