using Plimsoll.Web.Platform.Sheets;

namespace Plimsoll.Web.Load.Import;

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
    public const string WeeksNotFound = "weeks-not-found";
    public const string ProjectsNotFound = "projects-not-found";
    public const string WeekNotUnderstood = "week-not-understood";
    public const string WeekIsDoubtful = "week-is-doubtful";
    public const string WeekTwice = "week-twice";
    public const string AmountNotUnderstood = "amount-not-understood";
    public const string AmountIsNegative = "amount-is-negative";
    public const string AmountIsTooLarge = "amount-is-too-large";
    public const string FormulaWithoutValue = "formula-without-value";
    public const string CellIsAnError = "cell-is-an-error";
    public const string RowWithoutPerson = "row-without-person";
    public const string RowWithoutProject = "row-without-project";
    public const string StatusNotUnderstood = "status-not-understood";
    public const string DayNotUnderstood = "day-not-understood";
    public const string SameTwice = "same-twice";

    /// <summary>Where the sentence stands among the texts; it names <c>text</c>.</summary>
    public string TextKey => "load.import.problem." + Code;

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
