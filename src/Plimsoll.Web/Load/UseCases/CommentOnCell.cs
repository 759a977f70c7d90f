using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Load.Queries;
using Plimsoll.Web.Load.Store;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Load.UseCases;

/// <summary>Says something of a person's week, or of it on one project; whoever sees the cell may.</summary>
public sealed class CommentOnCell(
    IDbContextFactory<PlimsollDb> store,
    FactSignal signal,
    TimeProvider clock
)
{
    public sealed record Command(PersonId Person, ProjectId? Project, Week Week, string? Text);

    public async Task<Outcome<Guid>> Run(Command command, Actor actor, CancellationToken ct)
    {
        var prose = Line.Prose(command.Text, "text", CellComment.TextLimit);
        if (prose.Refusal is { } no)
            return no;
        if (prose.Value is not { } text)
            return new IsMissing("text");
        await using var db = await store.CreateDbContextAsync(ct);
        if (!await db.PlanVisibleTo(actor).AnyAsync(p => p.Id == command.Person, ct))
            return new NotThere();
        if (
            command.Project is { } project
            && !await db.ProjectsNamedTo(actor).AnyAsync(p => p.Id == project, ct)
        )
            return new NotThere();
        if (!Era.Holds(command.Week))
            return new IsNotUnderstood("week");
        var now = clock.GetUtcNow().UtcDateTime;
        var comment = new CellComment
        {
            Person = command.Person,
            Project = command.Project,
            Week = command.Week,
            Text = text,
            By = actor.Person,
            At = now,
        };
        _ = db.Add(comment);
        db.Record(
            "load.comment-added",
            command.Person.Value,
            actor,
            now,
            comment,
            PlanFact.About(command.Person, command.Project, command.Week)
        );
        if (await db.Save(ct) is { } collided)
            return collided;
        signal.Raise();
        return comment.Id;
    }
}
