namespace Plimsoll.Domain.Kernel;

/// <summary>What someone is in the agency, as far as rights go: the rows of PRODUCT 8.</summary>
public enum Position
{
    Owner,
    Director,
    AccountManager,
    TeamMember,
    Accountant,
    Lawyer,
    ClientGuest,
}

/// <summary>Through which door a change came; part of every recorded change (PRODUCT 8, last line).</summary>
public enum Door
{
    Page,
    Api,
    Import,
    Mail,
    Clock,
}
