namespace Plimsoll.Domain.Kernel;

/// <summary>
/// The one table of who may do what (PRODUCT 8). A right that is not written here is not given;
/// a client guest has none of them, ever.
/// </summary>
public static class Rights
{
    public static Reach Of(Position position, Right right) =>
        right switch
        {
            Right.SeeEveryone => Heads(position),
            Right.SeeOwnTeam => IsStaff(position) ? Heads(position, others: Reach.Own) : Reach.None,
            Right.PlanOwnTeam => HeadsAndAccountManagers(position),
            Right.PlanEveryone => Heads(position),
            Right.ManagePeople => Heads(position),
            Right.DecideAbsences => HeadsAndAccountManagers(position),
            Right.ManageClients => HeadsAndAccountManagers(position),
            Right.SeeAllClients => position is Position.Accountant or Position.Lawyer
                ? Reach.All
                : Heads(position),
            Right.Settings => position is Position.Owner ? Reach.All : Reach.None,
            Right.Invite => Heads(position),
            Right.SeeAudit => Heads(position),
            Right.ImportPlan => HeadsAndAccountManagers(position),
            Right.ImportTasks => HeadsAndAccountManagers(position),
            Right.WorkOnTasks => IsStaff(position)
                ? Heads(position, others: Reach.Own)
                : Reach.None,
            _ => Reach.None,
        };

    private static Reach Heads(Position position, Reach others = Reach.None) =>
        position is Position.Owner or Position.Director ? Reach.All : others;

    private static Reach HeadsAndAccountManagers(Position position) =>
        Heads(position, position is Position.AccountManager ? Reach.Own : Reach.None);

    private static bool IsStaff(Position position) =>
        position
            is Position.Owner
                or Position.Director
                or Position.AccountManager
                or Position.TeamMember
                or Position.Accountant
                or Position.Lawyer;
}
