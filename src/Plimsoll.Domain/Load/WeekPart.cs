using Plimsoll.Domain.Kernel;

namespace Plimsoll.Domain.Load;

/// <summary>What one project has of a person's week.</summary>
public readonly record struct WeekPart(
    ProjectId Project,
    bool IsInternal,
    Minutes Confirmed,
    Minutes Tentative
)
{
    /// <summary>What the week is made of, all parts together.</summary>
    public static WeekLoad Sum(Minutes nominal, Minutes away, ReadOnlySpan<WeekPart> parts)
    {
        int confirmed = 0,
            inside = 0,
            tentative = 0;
        foreach (ref readonly var part in parts)
        {
            if (part.IsInternal)
                inside += part.Confirmed.Value;
            else
                confirmed += part.Confirmed.Value;
            tentative += part.Tentative.Value;
        }
        return new WeekLoad(nominal, away, new(confirmed), new(inside), new(tentative));
    }

    /// <summary>
    /// The whole percents of the parts, in their order: those of settled client work add up to the week's, and so do those
    /// of settled internal work and of held time. All zero when nothing is nominal.
    /// </summary>
    public static (int Confirmed, int Tentative)[] Percents(
        WeekLoad week,
        ReadOnlySpan<WeekPart> parts
    )
    {
        var percents = new (int Confirmed, int Tentative)[parts.Length];
        if (WeekPercents.Of(week) is not { } whole)
            return percents;
        Span<int> minutes =
            parts.Length <= 64 ? stackalloc int[parts.Length] : new int[parts.Length];
        Span<int> shares =
            parts.Length <= 64 ? stackalloc int[parts.Length] : new int[parts.Length];
        var nominal = week.Nominal.Value;
        for (var i = 0; i < parts.Length; i++)
            minutes[i] = parts[i].IsInternal ? 0 : parts[i].Confirmed.Value;
        LargestRemainder.Within(minutes, nominal, whole.Confirmed, shares);
        for (var i = 0; i < parts.Length; i++)
            percents[i].Confirmed = shares[i];
        for (var i = 0; i < parts.Length; i++)
            minutes[i] = parts[i].IsInternal ? parts[i].Confirmed.Value : 0;
        LargestRemainder.Within(minutes, nominal, whole.Internal, shares);
        for (var i = 0; i < parts.Length; i++)
            percents[i].Confirmed += shares[i];
        for (var i = 0; i < parts.Length; i++)
            minutes[i] = parts[i].Tentative.Value;
        LargestRemainder.Within(minutes, nominal, whole.Tentative, shares);
        for (var i = 0; i < parts.Length; i++)
            percents[i].Tentative = shares[i];
        return percents;
    }
}
