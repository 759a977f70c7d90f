using Plimsoll.Web.People.Queries;
using Plimsoll.Web.Platform.Text;

namespace Plimsoll.Web.People.Api;

/// <summary>Days away. <c>details</c> are there for herself and for those who decide; to others she is just away.</summary>
/// <param name="TakesMinutes">Working time that the days take, holidays aside.</param>
public sealed record AbsenceWire(
    Guid Id,
    NamedWire Person,
    DateOnly From,
    DateOnly To,
    bool HalfDay,
    int TakesMinutes,
    AbsenceDetailsWire? Details
)
{
    internal static AbsenceWire Of(AbsenceList.Row row) =>
        new(
            row.Id.Value,
            new(row.Person.Value, row.Name),
            row.From,
            row.To,
            row.HalfDay,
            row.Takes.Value,
            row.Private is { } p
                ? new(
                    Kebab.Of(p.Kind),
                    Kebab.Of(p.State),
                    p.Note,
                    p.DeclineReason,
                    p.AskedAt,
                    p.DecidedAt,
                    p.DecidedBy
                )
                : null
        );
}

/// <param name="Kind"><c>vacation</c>, <c>sick</c> or <c>other</c>.</param>
/// <param name="State"><c>requested</c>, <c>approved</c>, <c>declined</c> or <c>withdrawn</c>.</param>
public sealed record AbsenceDetailsWire(
    string Kind,
    string State,
    string? Note,
    string? DeclineReason,
    DateTime AskedAt,
    DateTime? DecidedAt,
    string? DecidedBy
);

/// <param name="Person">Oneself when left out; for others the absence stands at once.</param>
public sealed record AbsenceWords(
    string? Kind,
    DateOnly? From,
    DateOnly? To,
    bool HalfDay = false,
    string? Note = null,
    Guid? Person = null
);

public sealed record DeclineWords(string? Reason = null);

/// <summary>Working time that days away would take.</summary>
public sealed record AbsenceCostWire(int Minutes);
