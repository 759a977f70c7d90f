namespace Plimsoll.Web.Platform.Text.Markdown;

/// <summary>
/// Texts that nobody writes: the parser takes a time for them that grows with the square of their signs. They are shown as
/// they stand.
/// </summary>
internal static class Burden
{
    private const int MostBrackets = 1000;
    private const int MostStresses = 2000;
    private const int DeepestLine = 16;
    private const int MostLines = 2000;

    public static bool IsTooMuch(string text)
    {
        var (brackets, stresses, lines) = (0, 0, 0);
        var (marks, atHead) = (0, true);
        var before = '\n';
        foreach (var c in text)
        {
            if (c == '[')
                brackets++;
            if (c == '\n')
                lines++;
            if (c is ('*' or '_' or '~') && c != before)
                stresses++;
            if (c == '\n')
                (marks, atHead) = (0, true);
            else if (atHead && c is ('>' or '-' or '+' or '*' or '.' or ')'))
                marks += before == c && c != '>' ? 0 : 1;
            else if (!char.IsWhiteSpace(c) && !char.IsAsciiDigit(c))
                atHead = false;
            if (
                brackets > MostBrackets
                || stresses > MostStresses
                || lines > MostLines
                || marks > DeepestLine
            )
                return true;
            before = c;
        }
        return false;
    }
}
