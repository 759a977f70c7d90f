using Plimsoll.Domain.Kernel;
using static Plimsoll.Domain.Kernel.Position;
using static Plimsoll.Domain.Kernel.Reach;

namespace Plimsoll.Domain.Tests.Kernel;

public sealed class RightsTests
{
    // PRODUCT 8, read out loud: one line for each right, one column for each position.
    private static readonly Position[] Columns =
    [
        Owner,
        Director,
        AccountManager,
        Position.TeamMember,
        Accountant,
        Lawyer,
        ClientGuest,
    ];

    public static TheoryData<Right, Reach[]> Table =>
        new()
        {
            { Right.SeeEveryone, [All, All, None, None, None, None, None] },
            { Right.SeeOwnTeam, [All, All, Own, Own, Own, Own, None] },
            { Right.PlanOwnTeam, [All, All, Own, None, None, None, None] },
            { Right.PlanEveryone, [All, All, None, None, None, None, None] },
            { Right.ManagePeople, [All, All, None, None, None, None, None] },
            { Right.DecideAbsences, [All, All, Own, None, None, None, None] },
            { Right.ManageClients, [All, All, Own, None, None, None, None] },
            { Right.SeeAllClients, [All, All, None, None, All, All, None] },
            { Right.Settings, [All, None, None, None, None, None, None] },
            { Right.Invite, [All, All, None, None, None, None, None] },
            { Right.SeeAudit, [All, All, None, None, None, None, None] },
            { Right.ImportPlan, [All, All, Own, None, None, None, None] },
            { Right.ImportTasks, [All, All, Own, None, None, None, None] },
            { Right.WorkOnTasks, [All, All, Own, Own, Own, Own, None] },
        };

    [Theory]
    [MemberData(nameof(Table))]
    public void Each_right_reaches_as_far_as_the_table_says(Right right, Reach[] reaches)
    {
        for (var i = 0; i < Columns.Length; i++)
        {
            var actor = new Actor(default, Columns[i], Door.Page);
            actor.ReachOf(right).ShouldBe(reaches[i], $"{right} of {Columns[i]}");
            actor.May(right).ShouldBe(reaches[i] is not None, $"{right} of {Columns[i]}");
        }
    }

    [Fact]
    public void The_table_speaks_of_every_right_and_every_position()
    {
        Table.Select(row => row.Data.Item1).ShouldBe(Enum.GetValues<Right>(), ignoreOrder: true);
        Columns.ShouldBe(Enum.GetValues<Position>(), ignoreOrder: true);
    }

    [Fact]
    public void A_position_or_right_that_nobody_has_named_gives_nothing()
    {
        foreach (var right in Enum.GetValues<Right>())
            Rights.Of((Position)99, right).ShouldBe(None);
        Rights.Of(Owner, (Right)99).ShouldBe(None);
    }

    [Fact]
    public void A_guest_may_nothing_of_it_ever() =>
        Enum.GetValues<Right>().ShouldAllBe(right => Rights.Of(ClientGuest, right) == None);

    [Fact]
    public void The_clock_acts_for_the_workspace_and_says_so() =>
        Actor.Clock.ShouldBe(new Actor(default, Owner, Door.Clock));
}
