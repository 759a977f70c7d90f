using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Clients;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Tasks;
using Plimsoll.Web.Clients.Queries;
using Plimsoll.Web.Desk.Queries;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Text.Markdown;
using Plimsoll.Web.Tasks.Queries;
using Plimsoll.Web.Tasks.Store;
using Plimsoll.Web.Tasks.UseCases;
using Plimsoll.Web.Tests.Clients;
using Plimsoll.Web.Tests.Platform;

namespace Plimsoll.Web.Tests.Tasks;

/// <summary>What is said about tasks, and who hears it.</summary>
public sealed class TalkTests
{
    [Theory, OnEachDatabase]
    public async Task Whoever_sees_a_task_talks_about_it_and_nobody_else(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var (project, task) = await Halva(agency);
        var dmitri = await agency.Someone(Position.TeamMember, "Dmitri Kim");
        var stranger = await agency.Someone(Position.TeamMember, "Sam Stranger");
        await agency.Book(dmitri.Person, project);

        _ = await agency.Say(task, "Over the line?");
        agency.Clock.Advance(TimeSpan.FromMinutes(1));
        _ = await agency.Say(task, "Two more hours.", dmitri);
        (await agency.Words(task, dmitri)).ShouldBe(["Over the line?", "Two more hours."]);
        (await agency.Card(task)).Row.Comments.ShouldBe(2);

        (await agency.TrySay(task, "Hello", stranger)).Refusal.ShouldBeOfType<NotThere>();
        (await Heard(agency, stranger)).ShouldBeEmpty();
    }

    [Theory, OnEachDatabase]
    public async Task To_the_client_speak_those_who_may_change_the_task(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var (project, task) = await Halva(agency);
        var dmitri = await agency.Someone(Position.TeamMember, "Dmitri Kim");
        await agency.Book(dmitri.Person, project);

        (
            await agency.TrySay(task, "Version 3", dmitri, toClient: true)
        ).Refusal.ShouldBeOfType<NotAllowed>();
        (await agency.Talk(task, dmitri)).MayTellClient.ShouldBeFalse();
        _ = await agency.Change(task, new() { Helpers = new([dmitri.Person]) });
        _ = await agency.Say(task, "Version 3", dmitri, toClient: true);
        (await agency.Talk(task)).Comments.ShouldHaveSingleItem().IsInternal.ShouldBeFalse();

        var inside = await agency.Task(await agency.Project("Learning", null), "Fonts");
        (
            await agency.TrySay(inside.Task, "Hello", toClient: true)
        ).Refusal.ShouldBeOfType<ProjectHasNoClient>();
        (await agency.Talk(inside.Task)).IsShared.ShouldBeFalse();
    }

    [Theory, OnEachDatabase]
    public async Task What_is_internal_is_not_for_a_client_nor_is_anything_while_guests_have_no_tasks(
        Database database
    )
    {
        await using var agency = await TestAgency.Open(database);
        var (_, task) = await Halva(agency);
        _ = await agency.Say(task, "Over the line?");
        _ = await agency.Say(task, "Version 3", toClient: true);
        var guest = await agency.Someone(Position.ClientGuest, "Gus Guest");

        (await Heard(agency, guest)).ShouldBeEmpty();
        // By itself, whatever tasks a guest may come to see one day.
        (
            await agency.Store(db =>
                db.Comments().ForEarsOf(guest).Select(c => c.Text).ToListAsync(TestAgency.Now)
            )
        ).ShouldBe(["Version 3"]);
    }

    [Theory, OnEachDatabase]
    public async Task An_edit_keeps_what_was_said_and_collides_with_another(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var (_, task) = await Halva(agency);
        var comment = await agency.Say(task, "Two hours");
        var edit = agency.Use<EditComment>();

        // A reaction takes no version: it is in nobody's way.
        await React(agency, comment, Reaction.Eyes);
        (
            await edit.Run(new(comment, "Three hours", 0), agency.Owner, TestAgency.Now)
        ).IsRefused.ShouldBeFalse();
        (
            await edit.Run(new(comment, "Four hours", 0), agency.Owner, TestAgency.Now)
        ).Refusal.ShouldBeOfType<ChangedMeanwhile>();
        var view = (
            await agency.Use<CommentVersions>().Ask(comment, agency.Owner, TestAgency.Now)
        ).Value;
        view.Versions.Select(v => (v.Number, v.Text))
            .ShouldBe([(2, "Three hours"), (1, "Two hours")]);
        (await agency.Talk(task)).Comments.ShouldHaveSingleItem().Edits.ShouldBe(1);

        var other = await agency.Someone(Position.Director, "Dina Director");
        (
            await edit.Run(new(comment, "Mine"), other, TestAgency.Now)
        ).Refusal.ShouldBeOfType<NotAllowed>();
    }

    [Theory, OnEachDatabase]
    public async Task A_deleted_comment_is_put_back_by_who_deleted_it(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var (project, task) = await Halva(agency);
        var dmitri = await agency.Someone(Position.TeamMember, "Dmitri Kim");
        await agency.Book(dmitri.Person, project);
        var comment = await agency.Say(task, "Two hours", dmitri);
        var delete = agency.Use<DeleteComment>();
        var putBack = agency.Use<PutBackComment>();

        (await delete.Run(new(comment), agency.Owner, TestAgency.Now)).IsRefused.ShouldBeFalse();
        (await agency.Words(task)).ShouldBeEmpty();
        (await agency.Card(task)).Row.Comments.ShouldBe(0);
        (await agency.Talk(task)).Comments.ShouldHaveSingleItem().IsDeleted.ShouldBeTrue();
        (await agency.Talk(task, dmitri)).Comments.ShouldBeEmpty();
        (await putBack.Run(comment, dmitri, TestAgency.Now)).Refusal.ShouldBeOfType<NotThere>();
        (await putBack.Run(comment, agency.Owner, TestAgency.Now)).IsRefused.ShouldBeFalse();
        (await agency.Words(task, dmitri)).ShouldBe(["Two hours"]);

        (await delete.Run(new(comment), dmitri, TestAgency.Now)).IsRefused.ShouldBeFalse();
        agency.Clock.Advance(TimeSpan.FromHours(25));
        (await agency.Talk(task, dmitri)).Comments.ShouldBeEmpty();
        (
            await putBack.Run(comment, dmitri, TestAgency.Now)
        ).Refusal.ShouldBeOfType<CommentIsGone>();
    }

    [Theory, OnEachDatabase]
    public async Task A_reaction_stands_once_however_often_it_is_set(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var (project, task) = await Halva(agency);
        var dmitri = await agency.Someone(Position.TeamMember, "Dmitri Kim");
        await agency.Book(dmitri.Person, project);
        var comment = await agency.Say(task, "Done?");
        await React(agency, comment, Reaction.ThumbsUp, on: true);
        await React(agency, comment, Reaction.ThumbsUp, on: true);
        await React(agency, comment, Reaction.ThumbsUp, dmitri);
        await React(agency, comment, Reaction.Party, dmitri);

        var row = (await agency.Talk(task)).Comments.ShouldHaveSingleItem();
        row.Reactions.Select(r => (r.Kind, r.By.Count, r.IsMine))
            .ShouldBe([(Reaction.ThumbsUp, 2, true), (Reaction.Party, 1, false)]);
        await React(agency, comment, Reaction.ThumbsUp);
        await React(agency, comment, Reaction.Party, dmitri, on: false);
        row = (await agency.Talk(task)).Comments.ShouldHaveSingleItem();
        row.Reactions.ShouldHaveSingleItem().By.ShouldHaveSingleItem().Name.ShouldBe("Dmitri Kim");
    }

    [Theory, OnEachDatabase]
    public async Task Who_is_mentioned_and_sees_the_task_is_told_once(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var (project, task) = await Halva(agency);
        var dmitri = await agency.Someone(Position.TeamMember, "Dmitri Kim");
        var stranger = await agency.Someone(Position.TeamMember, "Sam Stranger");
        var guest = await agency.Someone(Position.ClientGuest, "Gus Guest");
        await agency.Book(dmitri.Person, project);
        var names = string.Join(
            ' ',
            new[] { dmitri, stranger, guest, agency.Owner }.Select(p =>
                Mentions.Write(p.Person, "Somebody")
            )
        );
        var comment = await agency.Say(task, $"{names} please look");
        _ = await agency
            .Use<EditComment>()
            .Run(new(comment, $"{names} please look again"), agency.Owner, TestAgency.Now);

        var told = (
            await agency.Use<MyNotices>().Ask(dmitri, TestAgency.Now)
        ).ShouldHaveSingleItem();
        told.Words.GetProperty("who").GetString().ShouldBe("Olga Owner");
        told.Words.GetProperty("task").GetString().ShouldBe("HA-1 Key visual");
        told.Link.ShouldBe($"/tasks/HA-1?comment={comment}#c-{comment}");
        foreach (var other in new[] { stranger, guest, agency.Owner })
            (await agency.Use<MyNotices>().Ask(other, TestAgency.Now)).ShouldBeEmpty();
        (
            await agency.Store(db =>
                db.Facts().CountAsync(f => f.Kind == Mention.Kind, TestAgency.Now)
            )
        ).ShouldBe(1);

        // What she may not see any more is not told any more.
        _ = await agency.Use<DeleteComment>().Run(new(comment), agency.Owner, TestAgency.Now);
        told = (await agency.Use<MyNotices>().Ask(dmitri, TestAgency.Now)).ShouldHaveSingleItem();
        (told.Link, told.Words.GetProperty("task").GetString()).ShouldBe((null, null));
    }

    [Theory, OnEachDatabase]
    public async Task Offered_for_a_mention_is_who_is_known_and_sees_the_task(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var (project, task) = await Halva(agency);
        var dmitri = await agency.Someone(Position.TeamMember, "Dmitri Kim");
        var mei = await agency.Someone(Position.TeamMember, "Mei Lin");
        _ = await agency.Someone(Position.TeamMember, "Mei Stranger");
        await agency.Team("Design", dmitri, mei);
        await agency.Book(dmitri.Person, project);

        (await Offered(agency, task, "mei", agency.Owner)).ShouldBe(["Mei Lin"]);
        (await Offered(agency, task, "", dmitri)).ShouldBe(["Dmitri Kim", "Mei Lin", "Olga Owner"]);
        (await Offered(agency, task, "stranger", dmitri)).ShouldBeEmpty();
    }

    [Theory, OnEachDatabase]
    public async Task A_task_that_was_talked_about_is_dropped_not_deleted(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var project = await agency.Project("Learning", null);
        var added = await agency.Task(project, "Fonts");
        var comment = await agency.Say(added.Task, "Which?");
        var delete = agency.Use<DeleteTask>();
        (
            await delete.Run(new(added.Task), agency.Owner, TestAgency.Now)
        ).Refusal.ShouldBeOfType<TaskIsTalkedAbout>();
        (
            await agency.Use<UndoTaskChange>().Run(new(added.Batch), agency.Owner, TestAgency.Now)
        ).Refusal.ShouldBeOfType<TaskIsTalkedAbout>();
        _ = await agency.Use<DeleteComment>().Run(new(comment), agency.Owner, TestAgency.Now);
        (await delete.Run(new(added.Task), agency.Owner, TestAgency.Now)).IsRefused.ShouldBeFalse();
    }

    [Theory, OnEachDatabase]
    public async Task What_was_said_elsewhere_keeps_its_author_its_time_and_its_place(
        Database database
    )
    {
        await using var agency = await TestAgency.Open(database);
        var (project, task) = await Halva(agency);
        var dmitri = await agency.Someone(Position.TeamMember, "Dmitri Kim");
        await agency.Book(dmitri.Person, project);
        _ = await agency.Say(task, "Today");
        var lastYear = new DateTime(2025, 3, 1, 12, 0, 0, DateTimeKind.Utc);
        _ = await agency
            .Use<AddComment>()
            .Run(
                new(task, "Last year"),
                dmitri with
                {
                    Door = Door.Import,
                },
                lastYear,
                TestAgency.Now
            );
        var first = (await agency.Talk(task)).Comments[0];
        (first.Text, first.At, first.Through, first.By.Name).ShouldBe(
            ("Last year", lastYear, Door.Import, "Dmitri Kim")
        );
    }

    [Theory, OnEachDatabase]
    public async Task Who_waits_for_news_is_answered_when_there_are_any(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var (_, task) = await Halva(agency);
        var news = agency.Use<TalkNews>();
        var seen = (await news.Ask(task, null, agency.Owner, TestAgency.Now)).Value;
        (await agency.Talk(task)).Stamp.ShouldBe(seen);
        foreach (
            var act in new Func<Task>[]
            {
                () => agency.Say(task, "Hello"),
                async () =>
                    await React(agency, (await agency.Talk(task)).Comments[0].Id, Reaction.Heart),
                async () =>
                    _ = await agency
                        .Use<EditComment>()
                        .Run(
                            new((await agency.Talk(task)).Comments[0].Id, "Hello!"),
                            agency.Owner,
                            TestAgency.Now
                        ),
                async () =>
                    _ = await agency
                        .Use<DeleteComment>()
                        .Run(
                            new((await agency.Talk(task)).Comments[0].Id),
                            agency.Owner,
                            TestAgency.Now
                        ),
            }
        )
        {
            var waiting = news.Ask(task, seen, agency.Owner, TestAgency.Now);
            await act();
            var next = (await waiting).Value;
            next.ShouldNotBe(seen);
            seen = next;
        }
        var guest = await agency.Someone(Position.ClientGuest, "Gus Guest");
        (await news.Ask(task, seen, guest, TestAgency.Now)).Refusal.ShouldBeOfType<NotThere>();
    }

    [Theory, OnEachDatabase]
    public async Task A_long_talk_begins_with_its_latest_words(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var (_, task) = await Halva(agency);
        var now = agency.Clock.GetUtcNow().UtcDateTime;
        var said = Enumerable
            .Range(1, TaskTalk.Latest + 3)
            .Select(n =>
                TaskComment
                    .Say(
                        task,
                        null,
                        $"{n}",
                        agency.Owner.Person,
                        Door.Page,
                        now.AddMinutes(n - 500)
                    )
                    .Value
            )
            .ToList();
        await agency.Store(async db =>
        {
            db.AddRange(said);
            return await db.SaveChangesAsync(TestAgency.Now);
        });
        var view = await agency.Talk(task);
        (view.Comments.Count, view.Earlier, view.Comments[0].Text).ShouldBe(
            (TaskTalk.Latest, 3, "4")
        );
        view = await agency.Talk(task, all: true);
        (view.Comments.Count, view.Earlier, view.Comments[0].Text).ShouldBe(
            (TaskTalk.Latest + 3, 0, "1")
        );
        var card = await agency.Card(task);
        view = await agency
            .Use<TaskTalk>()
            .Ask(card.Row, agency.Owner, TestAgency.Now, named: said[0].Id);
        view.Comments[0].Text.ShouldBe("1");
    }

    private static async Task<(ProjectId Project, TaskId Task)> Halva(TestAgency agency)
    {
        var project = await agency.Project("Halva", await agency.Client("Halva", agency.Owner));
        return (project, (await agency.Task(project, "Key visual")).Task);
    }

    private static Task<List<string>> Heard(TestAgency agency, Actor actor) =>
        agency.Store(db =>
            db.CommentsVisibleTo(actor, agency.Use<IBookedProjects>())
                .Select(c => c.Text)
                .ToListAsync(TestAgency.Now)
        );

    private static async Task React(
        TestAgency agency,
        CommentId comment,
        Reaction reaction,
        Actor? by = null,
        bool? on = null
    ) =>
        (
            await agency
                .Use<ReactToComment>()
                .Run(new(comment, reaction, on), by ?? agency.Owner, TestAgency.Now)
        ).IsRefused.ShouldBeFalse();

    private static async Task<IReadOnlyList<string>> Offered(
        TestAgency agency,
        TaskId task,
        string typed,
        Actor actor
    ) =>
        [
            .. (
                await agency.Use<WhoSeesTask>().Ask(task, typed, actor, TestAgency.Now)
            ).Value.Select(p => p.Name),
        ];
}
