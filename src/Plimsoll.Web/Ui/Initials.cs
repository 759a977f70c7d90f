using System.Globalization;

namespace Plimsoll.Web.Ui;

/// <summary>The one or two letters that stand for a person on her avatar.</summary>
public static class Initials
{
    public static string Of(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
            return "?";
        var first = StringInfo.GetNextTextElement(words[0]);
        return (
            words.Length == 1 ? first : first + StringInfo.GetNextTextElement(words[^1])
        ).ToUpperInvariant();
    }
}
