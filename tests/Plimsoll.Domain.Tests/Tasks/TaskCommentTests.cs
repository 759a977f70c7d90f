using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Tasks;

namespace Plimsoll.Domain.Tests.Tasks;

public sealed class TaskCommentTests
{
    private static readonly DateTime Monday = new(2026, 11, 23, 9, 0, 0, DateTimeKind.Utc);
    private static readonly PersonId Anna = PersonId.New();
    private static readonly PersonId Wei = PersonId.New();

    [Fact]
    public void An_empty_comment_says_nothing()
    {
        TaskComment
            .Say(TaskId.New(), null, " \n ", Anna, Door.Page, Monday)
            .Refusal.ShouldBeOfType<IsMissing>();
        TaskComment
            .Say(
                TaskId.New(),
                null,
                new string('a', TaskComment.TextLimit + 1),
                Anna,
                Door.Page,
                Monday
            )
            .Refusal.ShouldBeOfType<IsTooLong>();
    }

    [Fact]
    public void It_stays_inside_unless_it_is_said_to_a_client()
    {
        Said("Over the line?").IsInternal.ShouldBeTrue();
        TaskComment
            .Say(
                TaskId.New(),
                new ClientId(Guid.CreateVersion7()),
                "Version 3",
                Anna,
                Door.Page,
                Monday
            )
            .Value.IsInternal.ShouldBeFalse();
    }

    [Fact]
    public void Only_its_author_edits_it_and_what_it_said_is_kept()
    {
        var comment = Said("Two hours");
        comment.Edit("Three hours", Wei, Monday).ShouldBeOfType<NotAllowed>();
        comment.Edit("Three hours", Anna, Monday.AddHours(1)).ShouldBeNull();
        comment.Edit("Four hours", Anna, Monday.AddHours(2)).ShouldBeNull();
        comment.Text.ShouldBe("Four hours");
        comment
            .Earlier.Select(v => (v.Number, v.Text, v.At))
            .ShouldBe([(1, "Two hours", Monday), (2, "Three hours", Monday.AddHours(1))]);
    }

    [Fact]
    public void The_same_words_again_are_no_version()
    {
        var comment = Said("Two hours");
        comment.Edit(" Two hours ", Anna, Monday.AddHours(1)).ShouldBeNull();
        (comment.EditedAt, comment.Earlier.Count).ShouldBe((null, 0));
    }

    [Fact]
    public void Its_author_deletes_it_or_who_answers_for_the_project()
    {
        Said("a").Delete(Wei, answers: false, Monday).ShouldBeOfType<NotAllowed>();
        Said("a").Delete(Wei, answers: true, Monday).ShouldBeNull();
        var comment = Said("a");
        comment.Delete(Anna, answers: false, Monday).ShouldBeNull();
        comment.Delete(Anna, answers: false, Monday).ShouldBeOfType<NotThere>();
        comment.Edit("b", Anna, Monday).ShouldBeOfType<NotThere>();
    }

    [Fact]
    public void Who_deleted_it_puts_it_back_within_a_day()
    {
        var comment = Said("a");
        comment.PutBack(Anna, Monday).ShouldBeOfType<NothingToUndo>();
        comment.Delete(Wei, answers: true, Monday).ShouldBeNull();
        comment.PutBack(Anna, Monday).ShouldBeOfType<NothingToUndo>();
        comment.PutBack(Wei, Monday.AddDays(1).AddMinutes(1)).ShouldBeOfType<CommentIsGone>();
        comment.PutBack(Wei, Monday.AddDays(1)).ShouldBeNull();
        comment.DeletedAt.ShouldBeNull();
    }

    [Fact]
    public void A_client_never_hears_the_team()
    {
        foreach (var position in Enum.GetValues<Position>())
            new Actor(Anna, position, Door.Page)
                .HearsTheTeam()
                .ShouldBe(position is not Position.ClientGuest);
    }

    private static TaskComment Said(string text) =>
        TaskComment.Say(TaskId.New(), null, text, Anna, Door.Page, Monday).Value;
}
