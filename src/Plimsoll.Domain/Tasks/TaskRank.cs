namespace Plimsoll.Domain.Tasks;

/// <summary>
/// The place of a task within its column: a text that sorts. Between any two there is always a third, so moving a task
/// writes that task and no other. Digits and lower-case letters only, which every database sorts alike.
/// </summary>
public static class TaskRank
{
    public const int Limit = 400;
    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";
    private const int Whole = 11;

    /// <summary>The end of a column: later than everything that arrived before, without asking for it.</summary>
    /// <param name="number">Tells apart what arrives in the same moment.</param>
    public static string Arriving(DateTime at, int number)
    {
        var moment = (at.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMillisecond;
        return WithRoomAbove(Written(moment, 8) + Written(number % 46_656, 3));
    }

    /// <summary>
    /// A place between two; <c>null</c> is the top or the end of the column. Where no room is between them, it is a place
    /// below the upper one.
    /// </summary>
    public static string Between(string? above, string? below)
    {
        if (below is not null && Middle(above ?? "", below) is { } middle)
            return middle;
        return above is null ? new string('i', Whole) : Next(above);
    }

    /// <summary>Something later than this: one more in the last place of the whole part that has room.</summary>
    private static string Next(string above)
    {
        var whole = above.Length > Whole ? above[..Whole] : above;
        for (var i = whole.Length - 1; i >= 0; i--)
            if (whole[i] != Digits[^1])
                return WithRoomAbove(
                    whole[..i] + Digits[Value(whole, i) + 1] + new string('0', whole.Length - i - 1)
                );
        return above + "i";
    }

    /// <summary>Nothing sorts between a text and the same one with zeros behind it: no rank ends in a zero.</summary>
    private static string WithRoomAbove(string rank) => rank[^1] == Digits[0] ? rank + "i" : rank;

    /// <summary>
    /// The middle of two texts read as fractions; never ends in a zero, so that there is room above it too. Nothing when
    /// there is no room between them.
    /// </summary>
    private static string? Middle(string above, string below)
    {
        if (string.CompareOrdinal(above.TrimEnd(Digits[0]), below.TrimEnd(Digits[0])) >= 0)
            return null;
        var made = new System.Text.StringBuilder();
        var free = false;
        while (made.Length < Limit)
        {
            var i = made.Length;
            var low = i < above.Length ? Value(above, i) : 0;
            var high =
                free ? Digits.Length
                : i < below.Length ? Value(below, i)
                : 0;
            if (high - low > 1)
                return made.Append(Digits[(low + high) / 2]).ToString();
            _ = made.Append(Digits[low]);
            free |= high > low;
        }
        return null;
    }

    private static int Value(string rank, int at) =>
        rank[at] is >= '0' and <= '9' ? rank[at] - '0' : rank[at] - 'a' + 10;

    private static string Written(long number, int places)
    {
        var text = new char[places];
        for (var i = places - 1; i >= 0; i--, number /= Digits.Length)
            text[i] = Digits[(int)(number % Digits.Length)];
        return new string(text);
    }

    /// <summary>Whether a text is a rank at all.</summary>
    public static bool Is(string? text) =>
        text is { Length: > 0 and <= Limit }
        && text.All(c => Digits.Contains(c, StringComparison.Ordinal));
}
