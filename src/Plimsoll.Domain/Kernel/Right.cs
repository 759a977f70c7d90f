namespace Plimsoll.Domain.Kernel;

/// <summary>What may be done; who has it, and how far, stands in <see cref="Rights"/> (PRODUCT 8).</summary>
public enum Right
{
    /// <summary>See the weeks of everyone.</summary>
    SeeEveryone,

    /// <summary>See the plan of the own team.</summary>
    SeeOwnTeam,

    /// <summary>Change the plan of the own team.</summary>
    PlanOwnTeam,

    /// <summary>Change the plan of everyone.</summary>
    PlanEveryone,

    /// <summary>People, roles, teams, work patterns, holiday calendars.</summary>
    ManagePeople,

    /// <summary>Approve or decline the absences that others ask for.</summary>
    DecideAbsences,

    /// <summary>Clients and their projects.</summary>
    ManageClients,

    /// <summary>See every client and project, not only the own ones.</summary>
    SeeAllClients,

    /// <summary>The settings of the workspace.</summary>
    Settings,

    /// <summary>Invite someone to sign in.</summary>
    Invite,

    /// <summary>Read the record of all changes.</summary>
    SeeAudit,

    /// <summary>Bring in a plan from a spreadsheet.</summary>
    ImportPlan,

    /// <summary>Bring in tasks from other programs: into every project, or those she answers for.</summary>
    ImportTasks,

    /// <summary>Tasks: all of them, or those of the projects in sight and those in which she takes part.</summary>
    WorkOnTasks,
}

/// <summary>How far a right goes; the query turns <see cref="Own"/> into rows (PRODUCT 8).</summary>
public enum Reach
{
    None,

    /// <summary>Only on the own team, the own clients, the own projects.</summary>
    Own,

    All,
}
