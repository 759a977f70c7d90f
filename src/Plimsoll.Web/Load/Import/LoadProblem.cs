namespace Plimsoll.Web.Load.Import;

/// <summary>The codes of what a load sheet can be stumbled over; they never change.</summary>
public static class LoadProblem
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
}
