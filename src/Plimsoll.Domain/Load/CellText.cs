using Plimsoll.Domain.Kernel;

namespace Plimsoll.Domain.Load;

/// <summary>
/// Reads and writes a whole cell: <c>40</c>, <c>40t</c>, <c>20+10t</c>. What is typed stands for all of the cell. A share
/// without a mark is settled time, but where only held time stands it stays held: the number changes, not the promise.
/// </summary>
public static class CellText
{
    public static Outcome<PlanCell> Read(
        string? text,
        PlanUnit unit,
        Minutes nominal,
        PlanCell current
    )
    {
        var parts = (text ?? "").Split('+', '＋');
        if (parts.Length > 2)
            return new IsNotUnderstood("planned");
        if (PlanText.Read(parts[0], unit, nominal).Refused(out var no, out var first))
            return no;
        if (parts.Length == 1)
        {
            var held = first.Tentative || current is { Tentative.Value: > 0, Confirmed.Value: 0 };
            return held
                ? new PlanCell(default, first.Planned)
                : new PlanCell(first.Planned, default);
        }
        if (PlanText.Read(parts[1], unit, nominal).Refused(out no, out var second))
            return no;
        if (first.Tentative == second.Tentative)
            return new IsNotUnderstood("planned");
        return first.Tentative
            ? new PlanCell(second.Planned, first.Planned)
            : new PlanCell(first.Planned, second.Planned);
    }

    /// <summary>What <see cref="Read"/> turns back into the same cell.</summary>
    public static string Write(PlanCell cell, PlanUnit unit, Minutes nominal)
    {
        var confirmed = PlanText.Write(new PlanEntry(cell.Confirmed, false), unit, nominal);
        var tentative = PlanText.Write(new PlanEntry(cell.Tentative, true), unit, nominal);
        return confirmed.Length > 0 && tentative.Length > 0
            ? $"{confirmed}+{tentative}"
            : confirmed + tentative;
    }
}
