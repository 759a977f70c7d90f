using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.People.UseCases;

/// <summary>What her weeks hold from a day on: part-time, four days, back to full (PRODUCT 2).</summary>
public sealed class SetWorkPattern(IDbContextFactory<PlimsollDb> store, TimeProvider clock)
{
    /// <param name="From">The first day; the beginning of all time when not said.</param>
    /// <param name="Days">Minutes from Monday to Sunday.</param>
    public sealed record Command(
        PersonId Person,
        SeenVersion Seen,
        DateOnly? From,
        IReadOnlyList<int> Days
    );

    public async Task<Outcome<Done>> Run(Command command, Actor actor, CancellationToken ct)
    {
        if (!actor.May(Right.ManagePeople))
            return new NotAllowed();
        var from = command.From ?? Era.First;
        if (WorkPattern.Of(from, [.. command.Days]).Refused(out var no, out var pattern))
            return no;
        await using var db = await store.CreateDbContextAsync(ct);
        if (
            await db.People().FirstOrDefaultAsync(p => p.Id == command.Person, ct) is not { } person
        )
            return new NotThere();
        if (command.Seen.IsNot(person.Version))
            return new ChangedMeanwhile();
        var before = WeekWords.Of(person.Patterns.FirstOrDefault(p => p.ValidFrom == from)?.Days());
        person.SetPattern(pattern);
        db.Record(
            "people.pattern-set",
            person.Id.Value,
            actor,
            clock.GetUtcNow().UtcDateTime,
            about: new
            {
                person = person.Id.Value,
                from,
                days = WeekWords.Of(command.Days),
                before,
            }
        );
        return await db.Save(ct) is { } collision ? collision : Done.It;
    }
}
