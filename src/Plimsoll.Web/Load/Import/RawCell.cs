using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Clients.Import;
using Plimsoll.Web.Platform.Sheets;

namespace Plimsoll.Web.Load.Import;

/// <summary>The labels of one row, however the sheet lays them out.</summary>
/// <param name="ProjectAt">Where the project's name stands.</param>
internal sealed record RowLabels(string Person, string Project, CellAddress ProjectAt)
{
    public string? Role { get; init; }
    public Minutes? WeeklyHours { get; init; }
    public string? Client { get; init; }

    /// <summary>What a column of states says; it counts for more than the colour.</summary>
    public FillMeaning? Status { get; init; }
    public DateOnly? HoldUntil { get; init; }
    public string? Comment { get; init; }
}

/// <summary>An amount with its row and week, before its unit and colour are understood.</summary>
internal readonly record struct RawCell(
    RowLabels Row,
    Week Week,
    SheetCell Cell,
    AmountCell Amount
);

/// <summary>What a layout gathers while it walks a sheet.</summary>
internal sealed class Gathered
{
    private readonly Dictionary<string, int> _people = new(StringComparer.OrdinalIgnoreCase);

    public LoadLayout Layout { get; set; }
    public AmountUnit? HeadingUnit { get; set; }
    public List<RawCell> Cells { get; } = [];
    public List<FoundPerson> People { get; } = [];
    public List<SheetProblem> Problems { get; } = [];

    /// <summary>Takes a person in, or what a later row adds to her.</summary>
    public void Meet(FoundPerson person)
    {
        if (!_people.TryGetValue(person.Name, out var at))
        {
            _people.Add(person.Name, People.Count);
            People.Add(person);
            return;
        }
        People[at] = People[at] with
        {
            Role = People[at].Role ?? person.Role,
            WeeklyHours = People[at].WeeklyHours ?? person.WeeklyHours,
        };
    }

    public FoundPerson Of(string person) => People[_people[person]];

    public void Take(RowLabels row, Week week, SheetCell cell)
    {
        var amount = AmountCell.Read(cell);
        if (amount.Problem is { } problem)
            Problems.Add(SheetProblem.Error(cell.Address, problem, cell.Text));
        else if (!amount.IsBlank)
            Cells.Add(new RawCell(row, week, cell, amount));
    }
}
