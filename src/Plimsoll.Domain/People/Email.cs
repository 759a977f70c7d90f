using System.Buffers;
using Plimsoll.Domain.Kernel;

namespace Plimsoll.Domain.People;

/// <summary>An address that a letter can be sent to, as far as its form can tell.</summary>
public static class Email
{
    public const int Limit = 254;

    private static readonly SearchValues<char> Foreign = SearchValues.Create(" ,;<>\"()");

    /// <summary>The address without white space around it; <c>null</c> when there is none.</summary>
    public static Outcome<string?> Read(string? text)
    {
        var line = Line.Optional(text, "email", Limit);
        if (line.IsRefused || line.Value is not { } address || HasItsForm(address))
            return line;
        return new IsNotUnderstood("email");
    }

    private static bool HasItsForm(string address)
    {
        var at = address.IndexOf('@', StringComparison.Ordinal);
        return at is > 0 and <= 64
            && at < address.Length - 1
            && address.IndexOf('@', at + 1) < 0
            && !address.AsSpan().ContainsAny(Foreign);
    }
}
