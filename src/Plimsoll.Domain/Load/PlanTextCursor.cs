using System.Globalization;

namespace Plimsoll.Domain.Load;

/// <summary>Walks over what was typed into a cell, part by part; spaces between the parts do not count.</summary>
internal ref struct PlanTextCursor(string text)
{
    // Nine digits: far more than any week, far less than what overflows.
    private const int DigitsAtMost = 9;

    private readonly string _text = Plain(text);
    private int _at;

    public bool IsAtEnd
    {
        get
        {
            SkipSpaces();
            return _at == _text.Length;
        }
    }

    public bool Takes(string word)
    {
        SkipSpaces();
        if (string.CompareOrdinal(_text, _at, word, 0, word.Length) != 0)
            return false;
        _at += word.Length;
        return true;
    }

    public bool TakesAny(ReadOnlySpan<string> words)
    {
        foreach (var word in words)
            if (Takes(word))
                return true;
        return false;
    }

    /// <summary>A number with point or comma.</summary>
    public decimal? Number()
    {
        SkipSpaces();
        var whole = Digits();
        var fraction = "";
        if (_at < _text.Length && _text[_at] is '.' or ',')
        {
            _at++;
            fraction = Digits();
            if (fraction.Length == 0)
                return null;
        }
        if (whole.Length + fraction.Length == 0)
            return null;
        if (whole.Length > DigitsAtMost || fraction.Length > DigitsAtMost)
            return null;
        return decimal.Parse($"0{whole}.{fraction}0", CultureInfo.InvariantCulture);
    }

    /// <summary>A whole number of exactly so many digits; otherwise nothing is taken.</summary>
    public int? Whole(int digits)
    {
        SkipSpaces();
        var start = _at;
        var found = Digits();
        if (found.Length == digits)
            return int.Parse(found, CultureInfo.InvariantCulture);
        _at = start;
        return null;
    }

    private string Digits()
    {
        var start = _at;
        while (_at < _text.Length && char.IsAsciiDigit(_text[_at]))
            _at++;
        return _text[start.._at];
    }

    private void SkipSpaces()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at]))
            _at++;
    }

    // The wide digits and signs of an East Asian keyboard are the plain ones, moved by a fixed distance.
    private static string Plain(string text) =>
        string.Create(
            text.Length,
            text,
            static (plain, typed) =>
            {
                for (var i = 0; i < typed.Length; i++)
                    plain[i] = char.ToLowerInvariant(
                        typed[i] is >= '\uFF01' and <= '\uFF5E'
                            ? (char)(typed[i] - 0xFEE0)
                            : typed[i]
                    );
            }
        );
}
