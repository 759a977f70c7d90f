using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Tasks;
using Plimsoll.Web.Platform.Sheets;
using Plimsoll.Web.Platform.Text;
using Plimsoll.Web.Tasks.Queries;

namespace Plimsoll.Web.Tasks.Export;

/// <summary>
/// A list of tasks as a table, to be read in a spreadsheet or by another program; an import takes both back. Whatever
/// people typed is text in it, never a formula.
/// </summary>
public static class TaskSheet
{
    /// <summary>No spreadsheet program opens a longer cell.</summary>
    private const int LongestCell = 32_000;

    private static readonly double[] Widths =
    [
        10,
        48,
        24,
        20,
        16,
        14,
        10,
        20,
        22,
        20,
        12,
        12,
        10,
        40,
        14,
        60,
    ];

    /// <summary>Headings and words are data for other programs, and the same in every language.</summary>
    public static SheetGrid List(IReadOnlyList<WholeTaskList.Line> lines) =>
        Grid(
            lines,
            [
                "key",
                "title",
                "project",
                "client",
                "stream",
                "state",
                "priority",
                "responsible",
                "helpers",
                "reviewer",
                "start",
                "due",
                "estimate (hours)",
                "checklist",
                "waits for",
                "description",
            ],
            state => Kebab.Of(state),
            priority => Kebab.Of(priority),
            int.MaxValue,
            bold: false
        );

    /// <summary>In the words of the one who reads it.</summary>
    public static SheetPage Page(IReadOnlyList<WholeTaskList.Line> lines, Phrases phrases) =>
        new(
            Grid(
                lines,
                [
                    phrases["tasks.import.column.key"],
                    phrases["tasks.title"],
                    phrases["tasks.project"],
                    phrases["tasks.client"],
                    phrases["tasks.stream"],
                    phrases["tasks.state"],
                    phrases["tasks.priority"],
                    phrases["tasks.responsible"],
                    phrases["tasks.helpers"],
                    phrases["tasks.reviewer"],
                    phrases["tasks.starts"],
                    phrases["tasks.due"],
                    phrases["tasks.export.estimate"],
                    phrases["tasks.checklist"],
                    phrases["tasks.waits-for"],
                    phrases["tasks.description"],
                ],
                state => phrases["tasks.state." + Kebab.Of(state)],
                priority => phrases["tasks.priority." + Kebab.Of(priority)],
                LongestCell,
                bold: true
            )
        )
        {
            FrozenRows = 1,
            FrozenColumns = 2,
            Widths = Widths.Select((w, i) => (i, w)).ToDictionary(w => w.i + 1, w => w.w),
        };

    private static SheetGrid Grid(
        IReadOnlyList<WholeTaskList.Line> lines,
        IReadOnlyList<string> headings,
        Func<TaskState, string> state,
        Func<TaskPriority, string> priority,
        int longest,
        bool bold
    )
    {
        var cells = new List<SheetCell>();
        for (var i = 0; i < headings.Count; i++)
            cells.Add(SheetCell.OfText(1, i + 1, headings[i]) with { Bold = bold });
        var row = 2;
        foreach (var line in lines)
        {
            var task = line.Row;
            Text(1, task.Key);
            Text(2, task.Title);
            Text(3, task.ProjectName);
            Text(4, task.ClientName);
            Text(5, task.StreamName);
            Text(6, state(task.State));
            Text(7, priority(task.Priority));
            Text(8, task.Responsible?.Name);
            Text(9, string.Join("; ", line.Helpers));
            Text(10, task.Reviewer?.Name);
            Day(11, task.Starts);
            Day(12, task.Due);
            if (task.Estimate is { } estimate)
                cells.Add(SheetCell.OfNumber(row, 13, Math.Round(estimate.Value / 60m, 4)));
            Text(
                14,
                string.Join(
                    '\n',
                    line.Checklist.Select(l => $"[{(l.DoneAt is null ? ' ' : 'x')}] {l.Text}")
                )
            );
            Text(15, string.Join("; ", line.WaitsFor));
            Text(16, line.Description);
            row++;
        }
        return new SheetGrid("tasks", cells);

        void Text(int column, string? text)
        {
            if (!string.IsNullOrEmpty(text))
                cells.Add(
                    SheetCell.OfText(
                        row,
                        column,
                        text.Length > longest ? text[..longest] + "…" : text
                    )
                );
        }

        void Day(int column, DateOnly? day)
        {
            if (day is { } there)
                cells.Add(SheetCell.OfDate(row, column, there));
        }
    }
}
