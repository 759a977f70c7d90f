namespace Plimsoll.Domain.Clients;

/// <summary>Where a project stands.</summary>
public enum Stage
{
    Pitch,
    Won,
    Active,
    Paused,
    Closed,
}

/// <summary>The one table of which stage may follow which.</summary>
public static class Stages
{
    /// <summary>
    /// Forward as the work goes; back one step where it was clicked too early (won to pitch), and open again from
    /// closed: as work, or as a pitch that the client comes back to.
    /// </summary>
    public static bool Leads(Stage from, Stage to) =>
        (from, to) switch
        {
            (Stage.Pitch, Stage.Won or Stage.Active or Stage.Closed) => true,
            (Stage.Won, Stage.Pitch or Stage.Active or Stage.Paused or Stage.Closed) => true,
            (Stage.Active, Stage.Paused or Stage.Closed) => true,
            (Stage.Paused, Stage.Active or Stage.Closed) => true,
            (Stage.Closed, Stage.Active or Stage.Pitch) => true,
            _ => false,
        };

    /// <summary>Nobody has to be won for internal work: it is active, paused or closed.</summary>
    public static bool Fits(Stage stage, ProjectKind kind) =>
        Enum.IsDefined(stage)
        && (kind is not ProjectKind.Internal || stage is not (Stage.Pitch or Stage.Won));
}
