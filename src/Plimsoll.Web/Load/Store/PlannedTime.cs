using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Load;

namespace Plimsoll.Web.Load.Store;

/// <summary>
/// A booking as figures: plain minutes, so that the database adds them up, and what the board asks of its project.
/// Read only; no table of its own. The project is asked for only what a query uses: a join would look it up for each booking.
/// </summary>
internal sealed class PlannedTime
{
    public PersonId Person { get; private set; }
    public ProjectId Project { get; private set; }
    public ClientId? Client { get; private set; }

    /// <summary>The Monday of its week.</summary>
    public DateOnly Week { get; private set; }
    public Certainty Certainty { get; private set; }
    public int Planned { get; private set; }
    public bool Internal { get; private set; }
    public DateOnly? HoldUntil { get; private set; }
    public string? OverReason { get; private set; }
}

internal sealed class PlannedTimeMapping : IEntityTypeConfiguration<PlannedTime>
{
    public void Configure(EntityTypeBuilder<PlannedTime> builder) =>
        builder
            .HasNoKey()
            .ToSqlQuery(
                """
                SELECT b.person, b.project, b.week, b.certainty, b.planned, b.hold_until, b.over_reason,
                       b.project IN (SELECT p.id FROM projects AS p WHERE p.kind = 'Internal') AS internal,
                       (SELECT p.client FROM projects AS p WHERE p.id = b.project) AS client
                FROM bookings AS b
                """
            );
}
