namespace Plimsoll.Web.Platform.Sheets;

public enum ProblemWeight
{
    /// <summary>Worth knowing; nothing is lost.</summary>
    Note,

    /// <summary>What the cell says cannot be taken over; the sheet is not imported while it stands.</summary>
    Error,
}

/// <summary>Something in a sheet that a person has to look at: where, a code that never changes, and what the sentence may name.</summary>
public sealed record SheetProblem(
    CellRange At,
    string Code,
    ProblemWeight Weight,
    IReadOnlyDictionary<string, object> Words
)
{
    /// <summary>What the place is called beside its address, or where a file has no cells: a heading, a card.</summary>
    public string? Where { get; init; }

    /// <summary>Where the sentence stands among the texts; it names <c>text</c>.</summary>
    public string TextKey => "import.problem." + Code;

    public static SheetProblem Error(CellAddress at, string code, string? text = null) =>
        Error(CellRange.Of(at), code, text);

    public static SheetProblem Error(CellRange at, string code, string? text = null) =>
        new(at, code, ProblemWeight.Error, Say(text));

    public static SheetProblem Note(CellAddress at, string code, string? text = null) =>
        Note(CellRange.Of(at), code, text);

    public static SheetProblem Note(CellRange at, string code, string? text = null) =>
        new(at, code, ProblemWeight.Note, Say(text));

    private static Dictionary<string, object> Say(string? text) =>
        text is null ? [] : new() { ["text"] = text.Length > 80 ? text[..80] + "…" : text };
}
