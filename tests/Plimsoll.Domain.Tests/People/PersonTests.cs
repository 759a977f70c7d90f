using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;

namespace Plimsoll.Domain.Tests.People;

public sealed class PersonTests
{
    private static readonly DateOnly NewYear = new(2026, 1, 1);
    private static readonly DateOnly July = new(2026, 7, 1);

    private static Person Anna() =>
        Person
            .Hire(
                "Anna Berg",
                "anna@agency.example",
                PersonKind.Employee,
                Position.TeamMember,
                WorkPattern.FullTime(NewYear),
                NewYear
            )
            .Value;

    private static WorkPattern PartTime(DateOnly from) =>
        WorkPattern.Of(from, 360, 360, 360, 360, 0, 0, 0).Value;

    [Fact]
    public void Somebody_hired_works_full_time_from_her_first_day()
    {
        var anna = Anna();
        anna.Patterns.ShouldHaveSingleItem().Week.ShouldBe(Minutes.Hours(40));
        anna.MaySignIn.ShouldBeTrue();
        anna.Archived.ShouldBeNull();
    }

    [Fact]
    public void A_placeholder_has_forty_hours_and_never_signs_in()
    {
        var designer = Person.NewPlaceholder("Motion designer").Value;
        designer.Patterns.ShouldHaveSingleItem().Week.ShouldBe(Minutes.Hours(40));
        designer.MaySignIn.ShouldBeFalse();
        designer.ChangeEmail("m@agency.example").ShouldBe(new PlaceholderNeverSignsIn());
        designer.ChangePosition(Position.Owner).ShouldBe(new PlaceholderNeverSignsIn());
        designer.ChangeKind(PersonKind.Employee).ShouldBe(new PlaceholderStaysOne());
    }

    [Fact]
    public void A_placeholder_is_not_hired() =>
        Person
            .Hire(
                "Nobody",
                null,
                PersonKind.Placeholder,
                Position.TeamMember,
                WorkPattern.FullTime(NewYear)
            )
            .Refusal.ShouldBe(new IsNotUnderstood("kind"));

    [Theory]
    [InlineData("anna@agency.example", true)]
    [InlineData("a.b+c@xn--80ak6aa92e.example", true)]
    [InlineData("анна@агентство.рф", true)]
    [InlineData("anna", false)]
    [InlineData("@agency.example", false)]
    [InlineData("anna@", false)]
    [InlineData("anna@a@b", false)]
    [InlineData("Anna <anna@agency.example>", false)]
    [InlineData("a@b.example, c@d.example", false)]
    public void An_address_is_taken_by_its_form(string typed, bool taken) =>
        Anna().ChangeEmail(typed).ShouldBe(taken ? null : new IsNotUnderstood("email"));

    [Fact]
    public void No_address_is_no_fault()
    {
        var anna = Anna();
        anna.ChangeEmail("  ").ShouldBeNull();
        anna.Email.ShouldBeNull();
    }

    [Fact]
    public void Nobody_leaves_before_joining()
    {
        var anna = Anna();
        anna.ChangeEmployment(July, NewYear).ShouldBe(new LeavesBeforeJoining());
        anna.Joined.ShouldBe(NewYear);
        anna.ChangeEmployment(July, July).ShouldBeNull();
        anna.IsEmployedOn(July).ShouldBeTrue();
        anna.IsEmployedOn(July.AddDays(1)).ShouldBeFalse();
        anna.IsEmployedOn(July.AddDays(-1)).ShouldBeFalse();
    }

    [Fact]
    public void A_pattern_of_the_same_date_gives_way_and_the_row_stays()
    {
        var anna = Anna();
        var row = anna.Patterns[0];
        anna.SetPattern(PartTime(NewYear));
        anna.Patterns.ShouldHaveSingleItem().ShouldBeSameAs(row);
        row.Week.ShouldBe(Minutes.Hours(24));
    }

    [Fact]
    public void The_last_pattern_stays()
    {
        var anna = Anna();
        anna.RemovePattern(NewYear).ShouldBe(new LastPatternStays());
        anna.SetPattern(PartTime(July));
        anna.RemovePattern(NewYear).ShouldBeNull();
        anna.RemovePattern(NewYear).ShouldBe(new NotThere());
        anna.Patterns.ShouldHaveSingleItem().ValidFrom.ShouldBe(July);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1441)]
    public void A_weekday_has_no_more_minutes_than_a_day(int minutes) =>
        WorkPattern
            .Of(NewYear, 0, 0, 0, 0, 0, 0, minutes)
            .Refusal.ShouldBe(new DayHasNoSuchMinutes(minutes));

    [Fact]
    public void Who_archived_her_first_and_when_is_kept_until_she_is_restored()
    {
        var anna = Anna();
        var by = PersonId.New();
        var at = new DateTime(2026, 7, 1, 9, 0, 0, DateTimeKind.Utc);
        anna.Archive(by, at);
        anna.Archive(PersonId.New(), at.AddDays(1));
        anna.Archived.ShouldBe(new Archival(by, at));
        anna.MaySignIn.ShouldBeFalse();
        anna.Restore();
        anna.Archived.ShouldBeNull();
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(11, true)]
    [InlineData(12, false)]
    public void A_colour_is_one_of_the_palette(int colour, bool taken) =>
        Anna().ChangeColour(colour).ShouldBe(taken ? null : new IsNotUnderstood("colour"));

    [Fact]
    public void A_name_is_required_and_has_a_limit()
    {
        Anna().Rename(" ").ShouldBe(new IsMissing("name"));
        Anna().Rename(new string('a', 121)).ShouldBe(new IsTooLong("name", 120));
        Role.New("").Refusal.ShouldBe(new IsMissing("name"));
        Team.New(null).Refusal.ShouldBe(new IsMissing("name"));
    }

    [Fact]
    public void A_team_has_a_member_once()
    {
        var team = Team.New("Design").Value;
        var anna = PersonId.New();
        team.Add(anna);
        team.Add(anna);
        team.Members.ShouldHaveSingleItem().PersonId.ShouldBe(anna);
        team.Remove(anna).ShouldBeNull();
        team.Remove(anna).ShouldBe(new NotThere());
    }
}
