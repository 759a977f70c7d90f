using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Load;
using Plimsoll.Web.Clients.Store;
using Plimsoll.Web.Load.Store;

namespace Plimsoll.Web.Load.Queries;

/// <summary>The projects of the people whose rows are opened; what may not be named is one line without a name.</summary>
internal static class OpenedPeople
{
    public static async Task<Dictionary<PersonId, IReadOnlyList<BoardLine>>> Lines(
        BoardReading reading,
        PersonId[] people,
        Dictionary<PersonId, BoardCell[]> cells
    )
    {
        if (people.Length == 0)
            return [];
        var parts = await BookedParts.Of(
            reading.Planned.Where(t => people.Contains(t.Person)),
            (person, week) => cells[person][reading.At(week)],
            reading.Ct
        );
        var names = await ProjectNames(reading, people);
        var comments = await BoardComments.Of(reading);
        return people.ToDictionary(
            p => p,
            p => Of(reading, p, parts.All.Where(x => x.Person == p), names, comments)
        );
    }

    private static IReadOnlyList<BoardLine> Of(
        BoardReading reading,
        PersonId person,
        IEnumerable<(PersonId Person, DateOnly Week, BookedPart Part)> parts,
        Dictionary<ProjectId, Named> names,
        List<BoardComments.Said> comments
    )
    {
        var lines = new Dictionary<ProjectId, LineCell[]>();
        foreach (var (_, week, part) in parts)
        {
            var project = names.ContainsKey(part.Project) ? part.Project : default;
            if (!lines.TryGetValue(project, out var row))
                lines[project] = row = new LineCell[reading.View.Weeks];
            OtherWork.AddTo(ref row[reading.At(week)], part.Cell, lump: project == default);
        }
        foreach (var said in comments)
            if (
                said.Person == person
                && said.Project is { } project
                && lines.TryGetValue(project, out var row)
            )
                row[reading.At(said.Week.Monday)].HasComment = true;
        return
        [
            .. lines
                .Select(line => (line.Key, names.GetValueOrDefault(line.Key), line.Value))
                .OrderBy(l => l.Item2 is null)
                .ThenBy(l => l.Item2?.IsInternal)
                .ThenBy(l => l.Item2?.Name, StringComparer.InvariantCultureIgnoreCase)
                .Select(l => new BoardLine(
                    l.Key.Value,
                    l.Item2?.Name ?? "",
                    l.Item2?.Client,
                    l.Item2?.Colour ?? 0,
                    l.Item2?.IsInternal ?? false,
                    l.Item2 is not null && reading.Scope.MayEdit(person, l.Key),
                    l.Value
                )),
        ];
    }

    private static async Task<Dictionary<ProjectId, Named>> ProjectNames(
        BoardReading reading,
        PersonId[] people
    ) =>
        await reading
            .Db.ProjectsNamedTo(reading.Actor)
            .Where(p =>
                reading
                    .Planned.Where(t => people.Contains(t.Person))
                    .Select(t => t.Project)
                    .Contains(p.Id)
            )
            .Select(p => new Named(
                p.Id,
                p.Name,
                p.Colour,
                p.Kind == Domain.Clients.ProjectKind.Internal,
                reading
                    .Db.Clients()
                    .Where(c => c.Id == p.Client)
                    .Select(c => c.Name)
                    .FirstOrDefault()
            ))
            .ToDictionaryAsync(p => p.Id, reading.Ct);

    private sealed record Named(
        ProjectId Id,
        string Name,
        int Colour,
        bool IsInternal,
        string? Client
    );
}

/// <summary>What the reader may not see by name is added up, and tells neither its holds nor its reasons.</summary>
internal static class OtherWork
{
    public static void AddTo(ref LineCell cell, LineCell part, bool lump)
    {
        if (!lump)
        {
            cell = part;
            return;
        }
        cell.Confirmed += part.Confirmed;
        cell.Tentative += part.Tentative;
        cell.ConfirmedPercent += part.ConfirmedPercent;
        cell.TentativePercent += part.TentativePercent;
    }
}
