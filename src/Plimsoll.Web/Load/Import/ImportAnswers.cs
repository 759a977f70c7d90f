using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Load;
using Plimsoll.Web.Clients.Import;
using Plimsoll.Web.Platform.Imports;

namespace Plimsoll.Web.Load.Import;

/// <summary>What a person said about a sheet; what she did not say is proposed.</summary>
public sealed record ImportAnswers
{
    public AmountUnit? Unit { get; init; }

    /// <summary>By RRGGBB.</summary>
    public IReadOnlyDictionary<string, FillMeaning> Fills { get; init; } =
        new Dictionary<string, FillMeaning>();

    /// <summary>By the name in the sheet.</summary>
    public IReadOnlyDictionary<string, PersonAnswer> People { get; init; } =
        new Dictionary<string, PersonAnswer>();

    /// <summary>By <see cref="FoundWork.Key"/>.</summary>
    public IReadOnlyDictionary<string, WorkAnswer> Work { get; init; } =
        new Dictionary<string, WorkAnswer>();

    /// <summary>Why settled weeks may be over the line.</summary>
    public string? Reason { get; init; }

    /// <summary>The answers with a reason, when one is given as the work begins.</summary>
    public static Outcome<Func<string, string>> Explained(string? reason)
    {
        var line = Line.Optional(reason, "reason", Booking.ReasonLimit);
        if (line.Refusal is { } tooLong)
            return tooLong;
        Func<string, string> said = kept =>
            line.Value is { } why
                ? ImportJson.Write(ImportJson.Read<ImportAnswers>(kept) with { Reason = why })
                : kept;
        return said;
    }
}

/// <summary>The projects that a load sheet names.</summary>
public static class PlanWork
{
    public static string KeyOf(FoundCell cell) => FoundWork.KeyOf(cell.Project, cell.Client);

    /// <summary>In the order of the sheet; time away is nobody's project.</summary>
    public static IReadOnlyList<FoundWork> In(FoundPlan plan) =>
        [
            .. plan
                .Cells.Where(c => c.Meaning != FillMeaning.Away)
                .GroupBy(KeyOf, StringComparer.OrdinalIgnoreCase)
                .Select(g => new FoundWork(
                    g.Key,
                    g.First().Project,
                    g.First().Client,
                    g.First().Client is { } client && SheetWords.IsInternal(client)
                        || g.All(c => c.Meaning == FillMeaning.Internal),
                    g.Count(),
                    g.First().ProjectAt
                )),
        ];
}

/// <summary>What an import did.</summary>
public sealed record ImportResult(
    int Cells,
    int Absences,
    int Comments,
    IReadOnlyList<string> People,
    IReadOnlyList<string> Placeholders,
    IReadOnlyList<string> Projects,
    IReadOnlyList<string> Clients
)
{
    /// <summary>What undoing it left in place, since something else depends on it by now.</summary>
    public IReadOnlyList<string> Kept { get; init; } = [];
}

/// <summary>What an import made, and what stood in the cells that it replaced.</summary>
public sealed record ImportTrail(
    MadeNames Made,
    IReadOnlyList<Guid> Absences,
    IReadOnlyList<Guid> Comments,
    IReadOnlyList<ReplacedBooking> Replaced
);

/// <summary>A booking as it stood before an import changed its cell.</summary>
public sealed record ReplacedBooking(
    Guid Person,
    Guid Project,
    DateOnly Week,
    DateOnly? HoldUntil,
    Guid Owner,
    string? Reason
);
