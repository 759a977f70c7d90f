using System.Globalization;

namespace Plimsoll.Domain.Tasks;

/// <summary>What people call a task: the code of its project and its number there, <c>HA-42</c>.</summary>
public readonly record struct TaskKey(string Code, int Number)
{
    public static bool TryParse(string? text, out TaskKey key)
    {
        key = default;
        var at = text?.LastIndexOf('-') ?? -1;
        if (
            at <= 0
            || !int.TryParse(
                text.AsSpan(at + 1),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var number
            )
        )
            return false;
        key = new TaskKey(text![..at].ToUpperInvariant(), number);
        return true;
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Code}-{Number}");
}
