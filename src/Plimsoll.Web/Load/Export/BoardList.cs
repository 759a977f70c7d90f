using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Load.Queries;
using Plimsoll.Web.Platform.Sheets;

namespace Plimsoll.Web.Load.Export;

/// <summary>
/// The board as a list with one line for each booking and each week away. Its headings and states are data for other
/// programs and are the same in every language; minutes are exact, hours and percent are there to be read.
/// </summary>
public static class BoardList
{
    private static readonly string[] Headings =
    [
        "person",
        "role",
        "project",
        "client",
        "week",
        "minutes",
        "hours",
        "percent",
        "certainty",
        "comment",
    ];

    public static SheetGrid Of(WholeBoard.View whole)
    {
        var cells = new List<SheetCell>();
        for (var i = 0; i < Headings.Length; i++)
            cells.Add(SheetCell.OfText(1, i + 1, Headings[i]));
        var row = 2;
        foreach (var line in Lines(whole))
        {
            Text(1, line.Person);
            Text(2, line.Role);
            Text(3, line.Project);
            Text(4, line.Client);
            Text(5, line.Week.ToString());
            cells.Add(SheetCell.OfNumber(row, 6, line.Minutes));
            cells.Add(SheetCell.OfNumber(row, 7, Math.Round(line.Minutes / 60m, 2)));
            if (line.Nominal > 0)
                cells.Add(
                    SheetCell.OfNumber(row, 8, Math.Round(line.Minutes * 100m / line.Nominal, 2))
                );
            Text(9, line.Certainty);
            Text(10, line.Comment);
            row++;
        }
        return new SheetGrid("load", cells);

        void Text(int column, string? text)
        {
            if (!string.IsNullOrEmpty(text))
                cells.Add(SheetCell.OfText(row, column, text));
        }
    }

    private static IEnumerable<ListLine> Lines(WholeBoard.View whole)
    {
        var byPeople = whole.Board.View.Rows is BoardRows.People;
        foreach (var row in whole.Board.Rows)
        {
            foreach (var line in row.Lines ?? [])
            foreach (var one in Bookings(whole, row, line, byPeople))
                yield return one;
            if (!byPeople)
                continue;
            for (var w = 0; w < row.Cells.Length; w++)
                if (row.Cells[w] is { Away: > 0 } cell)
                    yield return new ListLine(
                        row.Name,
                        row.Detail,
                        "Away",
                        null,
                        whole.Board.Weeks[w],
                        cell.Away,
                        cell.Nominal,
                        "away",
                        null
                    );
        }
    }

    private static IEnumerable<ListLine> Bookings(
        WholeBoard.View whole,
        BoardRow row,
        BoardLine line,
        bool byPeople
    )
    {
        var (person, project) = byPeople ? (row.Id, line.Id) : (line.Id, row.Id);
        var (personName, projectName) = byPeople ? (row.Name, line.Name) : (line.Name, row.Name);
        var client =
            whole.Clients.GetValueOrDefault(project) ?? (project == Guid.Empty ? null : "Internal");
        for (var w = 0; w < line.Cells.Length; w++)
        {
            var (cell, week) = (line.Cells[w], whole.Board.Weeks[w]);
            var nominal = byPeople
                ? row.Cells[w].Nominal
                : whole.Nominal.GetValueOrDefault(person)?[w] ?? 0;
            var comment = whole.Comments.GetValueOrDefault((person, project, week));
            var one = new ListLine(
                personName,
                byPeople ? row.Detail : null,
                project == Guid.Empty ? "Other work" : projectName,
                client,
                week,
                cell.Confirmed,
                nominal,
                "confirmed",
                comment
            );
            if (cell.Confirmed > 0)
                yield return one;
            if (cell.Tentative > 0)
                yield return one with
                {
                    Minutes = cell.Tentative,
                    Certainty = "tentative",
                    Comment = cell.Confirmed > 0 ? null : comment,
                };
        }
    }

    private sealed record ListLine(
        string Person,
        string? Role,
        string Project,
        string? Client,
        Week Week,
        int Minutes,
        int Nominal,
        string Certainty,
        string? Comment
    );
}
