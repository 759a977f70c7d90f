using Plimsoll.Domain.Clients;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Load;
using Plimsoll.Domain.People;
using Plimsoll.Domain.Tasks;
using Plimsoll.Web.Platform.Files;
using Plimsoll.Web.Platform.Webhooks;
using Plimsoll.Web.SignIn.UseCases;
using Plimsoll.Web.Tasks.Store;
using Plimsoll.Web.Tests.Platform;

namespace Plimsoll.Web.Tests.Rights;

/// <summary>
/// An agency of two halves: the half in which the visitor works, and another whose every name is a canary. What sings
/// where it may not be heard has leaked.
/// </summary>
internal sealed class CanaryAgency
{
    public const string Person = "CanaryPersonZq";
    public const string Manager = "CanaryManagerZq";
    public const string Client = "CanaryClientZq";
    public const string Project = "CanaryProjectZq";
    public const string Reason = "CanaryReasonZq";
    public const string Team = "CanaryTeamZq";
    public const string AbsenceNote = "CanaryNoteZq";
    public const string Webhook = "CanaryWebhookZq";
    public const string File = "CanaryFileZq";
    public const string Task = "CanaryTaskZq";
    public const string Attached = "CanaryAttachedZq";
    public const string Comment = "CanaryCommentZq";
    public const string Teammate = "TeammateZq";

    public required TestAgency Agency { get; init; }
    public required Actor Visitor { get; init; }

    /// <summary>What a route's parameter may be filled with, by the word before it in the path.</summary>
    public required IReadOnlyDictionary<string, string> Ids { get; init; }

    public static async Task<CanaryAgency> Open(Database database, Position position)
    {
        var agency = await TestAgency.Open(database);
        var visitor =
            position == Position.Owner
                ? agency.Owner
                : await agency.Someone(position, "Vera Visitor");
        var manager = await agency.Someone(Position.AccountManager, Manager);
        var week = Week.Of(new DateOnly(2026, 11, 23));

        var teammate = Hire(Teammate);
        var foreign = Hire(Person);
        var own = Domain.People.Team.New("Own team").Value;
        own.Add(visitor.Person);
        own.Add(teammate.Id);
        var other = Domain.People.Team.New(Team).Value;
        other.Add(foreign.Id);
        var client = Domain.Clients.Client.New(Client, manager.Person).Value;
        var project = Domain
            .Clients.Project.For(client.Id, Project, ProjectKind.Retainer, Stage.Active)
            .Value;
        project.GiveTo(manager.Person);
        var booking = Booking
            .Confirm(foreign.Id, project.Id, week, new Minutes(3000), manager.Person)
            .Value;
        booking.Explain(Reason).ShouldBeNull();
        var absence = Absence
            .Ask(
                foreign.Id,
                AbsenceKind.Sick,
                week.Monday,
                week.Monday,
                false,
                AbsenceNote,
                foreign.Id,
                At
            )
            .Value;
        // A colleague's reason is hers and the deciders' too.
        var near = Absence
            .Ask(
                teammate.Id,
                AbsenceKind.Sick,
                week.Monday,
                week.Monday,
                false,
                AbsenceNote,
                teammate.Id,
                At
            )
            .Value;

        var webhook = await agency
            .Use<AddWebhook>()
            .Run(new(Webhook, $"https://{Webhook}.example/", ["*"]), agency.Owner, TestAgency.Now);
        var feed = await agency.Use<AddFeed>().Run("Phone", visitor, TestAgency.Now);
        project.ChangeCode("CA").ShouldBeNull();
        var task = ProjectTask.New(project.Id, 1, Task, manager.Person, At).Value;
        task.Describe(Task).ShouldBeNull();
        task.GiveTo(manager.Person);
        // Whoever helps with a task sees it and the name of its project, and nothing else of that project.
        var quiet = Domain
            .Clients.Project.For(client.Id, "Quiet work", ProjectKind.Retainer, Stage.Active)
            .Value;
        quiet.ChangeCode("QW").ShouldBeNull();
        var helped = ProjectTask.New(quiet.Id, 1, "A helping hand", manager.Person, At).Value;
        helped.HelpedBy([visitor.Person]).ShouldBeNull();
        var beside = ProjectTask.New(quiet.Id, 2, Task, manager.Person, At).Value;
        helped.WaitFor(beside.Id).ShouldBeNull();
        beside.WaitFor(task.Id).ShouldBeNull();

        // Inside and to the client, edited, reacted to: none of it for who does not see the task.
        var comment = TaskComment.Say(task.Id, null, Comment, manager.Person, Door.Page, At).Value;
        comment.Edit(Comment + " again", manager.Person, At).ShouldBeNull();
        var told = TaskComment
            .Say(task.Id, client.Id, Comment, manager.Person, Door.Page, At)
            .Value;
        var reaction = CommentReaction.Of(comment.Id, manager.Person, Reaction.Eyes, At);

        await agency.Store(async db =>
        {
            db.AddRange(teammate, foreign, own, other, client, project, booking, absence, near);
            db.AddRange(quiet, task, helped, beside, comment, told, reaction);
            return await db.SaveChangesAsync(TestAgency.Now);
        });
        // Brought by somebody and held by nothing: nobody else's, not even the owner's.
        using var words = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(File));
        var file = await agency
            .Use<BringFile>()
            .Run(new(File + ".txt", words), manager, TestAgency.Now);
        // Held by what is said inside: for who hears it.
        using var drawing = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Attached));
        var attached = await agency
            .Use<BringFile>()
            .Run(new(Attached + ".txt", drawing), manager, TestAgency.Now);
        _ = await agency.Store(async db =>
        {
            _ = await db.GiveFiles(
                [attached.Value],
                comment.FilesKind(),
                comment.Id.Value,
                manager,
                TestAgency.Now
            );
            return await db.SaveChangesAsync(TestAgency.Now);
        });
        return new CanaryAgency
        {
            Agency = agency,
            Visitor = visitor,
            Ids = new Dictionary<string, string>
            {
                ["people"] = foreign.Id.ToString(),
                ["clients"] = client.Id.ToString(),
                ["projects"] = project.Id.ToString(),
                ["teams"] = other.Id.ToString(),
                ["absences"] = absence.Id.ToString(),
                ["bookings"] = booking.Id.ToString(),
                ["holds"] = booking.Id.ToString(),
                ["tasks"] = task.Id.ToString(),
                ["comments"] = comment.Id.ToString(),
                ["lines"] = foreign.Id.ToString(),
                ["webhooks"] = webhook.Value.Id.ToString(),
                ["feeds"] = (feed.IsRefused ? "none" : feed.Value.Secret) + ".ics",
                ["files"] = file.Value.ToString(),
            },
        };
    }

    /// <summary>The names that somebody of this position must never be told (PRODUCT 8).</summary>
    public static IReadOnlyList<string> HiddenFrom(Position position) =>
        position switch
        {
            Position.Owner or Position.Director => [File],
            Position.AccountManager =>
            [
                Person,
                Client,
                Project,
                Task,
                Comment,
                Attached,
                Reason,
                Webhook,
                File,
            ],
            Position.Accountant or Position.Lawyer => [Person, Reason, AbsenceNote, Webhook, File],
            Position.TeamMember =>
            [
                Person,
                Client,
                Project,
                Task,
                Comment,
                Attached,
                Reason,
                AbsenceNote,
                Webhook,
                File,
            ],
            _ =>
            [
                Person,
                Manager,
                Client,
                Project,
                Task,
                Comment,
                Attached,
                "A helping hand",
                Reason,
                Team,
                AbsenceNote,
                Teammate,
                Webhook,
                File,
            ],
        };

    private static readonly DateTime At = new(2026, 11, 20, 9, 0, 0, DateTimeKind.Utc);

    private static Person Hire(string name) =>
        Domain
            .People.Person.Hire(
                name,
                $"{name}@agency.example",
                PersonKind.Employee,
                Position.TeamMember,
                WorkPattern.FullTime(Era.First)
            )
            .Value;
}
