using System.Text.Json;

namespace Plimsoll.Bench;

/// <summary>Cells of the board to type into, one after the other, each knowing what stood there before.</summary>
internal sealed class Cells
{
    private readonly List<Cell> _cells = [];

    private sealed class Cell
    {
        public required string Person { get; init; }
        public required string Project { get; init; }
        public required string Week { get; init; }
        public JsonElement? Was { get; set; }
    }

    public static async Task<Cells> Of(Visitor visitor, string view)
    {
        var load = await visitor.Get($"/api/v1/load?{view}");
        var projects = await visitor.Get("/api/v1/projects?limit=100");
        var ids = projects
            .GetProperty("items")
            .EnumerateArray()
            .Where(p => p.GetProperty("stage").GetString() is "active" or "won")
            .Select(p => p.GetProperty("id").GetString()!)
            .ToList();
        var cells = new Cells();
        var people = load.GetProperty("items").EnumerateArray().Take(50).ToList();
        for (var i = 0; i < 100; i++)
        {
            var item = people[i % people.Count];
            var weeks = item.GetProperty("weeks");
            cells._cells.Add(
                new Cell
                {
                    Person = item.GetProperty("person").GetProperty("id").GetString()!,
                    Project = ids[i % ids.Count],
                    Week = weeks[2 + i % 20].GetProperty("week").GetString()!,
                }
            );
        }
        return cells;
    }

    /// <summary>Types a share into one of the cells; answers with the number of what was done.</summary>
    public async Task<string> Type(Visitor visitor, int step)
    {
        var cell = _cells[step % _cells.Count];
        var answer = await visitor.Post(
            "/api/v1/load/changes",
            new
            {
                unit = "percent",
                reason = "measured",
                changes = new[]
                {
                    new
                    {
                        person = cell.Person,
                        project = cell.Project,
                        week = cell.Week,
                        text = $"{5 + step % 7 * 5}",
                        was = cell.Was,
                    },
                },
            }
        );
        cell.Was = answer.GetProperty("cells")[0].GetProperty("now").Clone();
        return answer.GetProperty("batch").GetString()!;
    }
}
