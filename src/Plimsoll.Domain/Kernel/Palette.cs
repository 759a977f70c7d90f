namespace Plimsoll.Domain.Kernel;

/// <summary>The closed set of colours for people and projects; stored as an index, drawn by the theme.</summary>
public static class Palette
{
    public const int Size = 12;

    public static bool Has(int colour) => colour is >= 0 and < Size;
}
