using Plimsoll.Domain.Clients;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;

namespace Plimsoll.Domain.Tests.Clients;

public sealed class ProjectTests
{
    private static readonly ClientId Nordwind = ClientId.New();

    private static Project Retainer(Stage stage = Stage.Active) =>
        Project.For(Nordwind, "Nordwind retainer", ProjectKind.Retainer, stage).Value;

    [Fact]
    public void Internal_work_has_no_client_and_other_work_has_one()
    {
        Project.Internal("Agency meetings").Value.Client.ShouldBeNull();
        Retainer().Client.ShouldBe(Nordwind);
        Project
            .For(Nordwind, "x", ProjectKind.Internal)
            .Refusal.ShouldBe(new InternalHasNoClient());
        Project.Internal("x").Value.MoveToClient(Nordwind).ShouldBe(new InternalHasNoClient());
        Project
            .Internal("x")
            .Value.ChangeKind(ProjectKind.Retainer)
            .ShouldBe(new InternalHasNoClient());
        Retainer().ChangeKind(ProjectKind.Internal).ShouldBe(new InternalHasNoClient());
        Retainer().ChangeKind(ProjectKind.FixedPrice).ShouldBeNull();
    }

    [Fact]
    public void A_stage_follows_only_where_the_table_leads()
    {
        var leads = new Dictionary<Stage, Stage[]>
        {
            [Stage.Pitch] = [Stage.Won, Stage.Active, Stage.Closed],
            [Stage.Won] = [Stage.Pitch, Stage.Active, Stage.Paused, Stage.Closed],
            [Stage.Active] = [Stage.Paused, Stage.Closed],
            [Stage.Paused] = [Stage.Active, Stage.Closed],
            [Stage.Closed] = [Stage.Active, Stage.Pitch],
        };
        foreach (var from in Enum.GetValues<Stage>())
        foreach (var to in Enum.GetValues<Stage>().Where(s => s != from))
            Retainer(from)
                .ChangeStage(to)
                .ShouldBe(
                    leads[from].Contains(to) ? null : new StageDoesNotFollow(from, to),
                    $"{from} to {to}"
                );
    }

    [Fact]
    public void The_stage_it_is_in_already_is_no_change() =>
        Retainer(Stage.Paused).ChangeStage(Stage.Paused).ShouldBeNull();

    [Fact]
    public void Internal_work_is_never_pitched_or_won()
    {
        Project.Internal("x", Stage.Won).Refusal.ShouldBe(new InternalIsNotPitched());
        var closed = Project.Internal("x", Stage.Closed).Value;
        closed.ChangeStage(Stage.Pitch).ShouldBe(new InternalIsNotPitched());
        closed.ChangeStage(Stage.Active).ShouldBeNull();
    }

    [Fact]
    public void A_closed_or_archived_project_takes_no_bookings()
    {
        Retainer(Stage.Closed).TakesBookings.ShouldBeFalse();
        var archived = Retainer();
        archived.TakesBookings.ShouldBeTrue();
        archived.Archive(PersonId.New(), DateTime.UnixEpoch);
        archived.TakesBookings.ShouldBeFalse();
    }

    [Fact]
    public void A_project_does_not_end_before_it_starts()
    {
        var day = new DateOnly(2026, 5, 1);
        Retainer().ChangeDates(day, day.AddDays(-1)).ShouldBe(new EndsBeforeItBegins("ends"));
        Retainer().ChangeDates(day, day).ShouldBeNull();
        Retainer().ChangeDates(null, day).ShouldBeNull();
    }

    [Fact]
    public void Two_streams_of_a_project_have_different_names()
    {
        var project = Retainer();
        var content = project.AddStream("Content").Value;
        project.AddStream("content ").Refusal.ShouldBe(new StreamIsThere("content"));
        project.RenameStream(content, "CONTENT").ShouldBeNull();
        project.RemoveStream(content).ShouldBeNull();
        project.RemoveStream(content).ShouldBe(new NotThere());
        project.RenameStream(content, "x").ShouldBe(new NotThere());
    }

    [Fact]
    public void A_client_is_handed_from_one_account_manager_to_another()
    {
        var (anna, boris) = (PersonId.New(), PersonId.New());
        var client = Client.New("Nordwind", anna, " coffee, \n no calls ").Value;
        client.HandTo(boris);
        client.AccountManager.ShouldBe(boris);
        client.Note.ShouldBe("coffee, \n no calls");
        Client.New(" ", anna).Refusal.ShouldBe(new IsMissing("name"));
    }
}
