using Plimsoll.Web.Load.Queries;

namespace Plimsoll.Web.Load.Api;

/// <summary>All there is to know of one cell.</summary>
public sealed record CellCardWire(
    PlanNameWire Person,
    PlanNameWire Project,
    string Week,
    bool MayEdit,
    int Nominal,
    int Away,
    IReadOnlyList<BookingWire> Bookings,
    IReadOnlyList<CommentWire> Comments,
    IReadOnlyList<StepWire> Changes
)
{
    internal static CellCardWire Of(CellCard.View view) =>
        new(
            new(view.Key.Person.Value, view.PersonName),
            new(view.Key.Project.Value, view.ProjectName),
            view.Key.Week.ToString(),
            view.MayEdit,
            view.Nominal.Value,
            view.Away.Value,
            [.. view.Bookings.Select(BookingWire.Of)],
            [.. view.Comments.Select(CommentWire.Of)],
            [.. view.Changes.Select(StepWire.Of)]
        );
}

/// <summary>Somebody or something by its name; the name is missing when it is not the caller's to see.</summary>
public sealed record PlanNameWire(Guid Id, string? Name);

/// <param name="Certainty"><c>confirmed</c> or <c>tentative</c>.</param>
public sealed record BookingWire(
    Guid Id,
    string Certainty,
    int Minutes,
    DateOnly? HoldUntil,
    PlanNameWire Owner,
    string? Reason
)
{
    internal static BookingWire Of(CellCard.Part part) =>
        new(
            part.Id.Value,
            Wire.Word(part.Certainty),
            part.Planned.Value,
            part.HoldUntil,
            new(part.Owner.Value, part.OwnerName),
            part.Reason
        );
}

/// <param name="Kind">The fact that was recorded: <c>load.time-booked</c>.</param>
/// <param name="By">Nobody when the clock did it.</param>
/// <param name="Door"><c>page</c>, <c>api</c>, <c>import</c>, <c>mail</c> or <c>clock</c>.</param>
/// <param name="WasHoldUntil">Until when it was held; like what it is, only where that changed.</param>
public sealed record StepWire(
    string Kind,
    PlanNameWire? By,
    DateTime At,
    string Door,
    CellWire Was,
    CellWire Now,
    DateOnly? WasHoldUntil,
    DateOnly? HoldUntil
)
{
    internal static StepWire Of(CellCard.Step step) =>
        new(
            step.Kind,
            step.By is { } by ? new(by.Value, step.ByName) : null,
            step.At,
            Wire.Word(step.Door),
            CellWire.Of(step.Was),
            CellWire.Of(step.Now),
            step.WasHoldUntil,
            step.HoldUntil
        );
}

/// <param name="Project">None for a comment on the person's week as a whole.</param>
public sealed record CommentWire(
    Guid Id,
    Guid Person,
    Guid? Project,
    string Week,
    string Text,
    PlanNameWire By,
    DateTime At,
    bool MayRemove
)
{
    internal static CommentWire Of(CellRemark remark) =>
        new(
            remark.Id,
            remark.Person.Value,
            remark.Project?.Value,
            remark.Week.ToString(),
            remark.Text,
            new(remark.By.Value, remark.ByName),
            remark.At,
            remark.MayRemove
        );
}
