using Microsoft.EntityFrameworkCore;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Imports;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.People.Queries;

/// <summary>A brought file as listed: all of it but the file.</summary>
/// <param name="Result">JSON of what it did.</param>
public sealed record ImportHead(
    Guid Id,
    string FileName,
    string By,
    DateTime At,
    ImportState State,
    string? Trouble,
    string? Result,
    int Version
)
{
    public bool IsAtWork => State is ImportState.Applying or ImportState.Undoing;

    public T? Did<T>()
        where T : class => Result is { } json ? ImportJson.Read<T>(json) : null;
}

/// <summary>Reads brought files as listed, on an open store.</summary>
public static class ImportHeads
{
    public const int Most = 20;

    public static Task<List<ImportHead>> Heads(
        this PlimsollDb db,
        IQueryable<FileImport> imports,
        CancellationToken ct
    ) =>
        imports
            .OrderByDescending(i => i.At)
            .Take(Most)
            .Select(i => new ImportHead(
                i.Id,
                i.FileName,
                db.People().Where(p => p.Id == i.By).Select(p => p.Name).First(),
                i.At,
                i.State,
                i.Trouble,
                i.Result,
                i.Version
            ))
            .ToListAsync(ct);
}
