using System.Data.Common;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Clients;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Load;
using Plimsoll.Domain.People;
using Plimsoll.Web.Load.Queries;
using Plimsoll.Web.Load.UseCases;
using Plimsoll.Web.Tests.Platform;
using static Plimsoll.Web.Tests.Load.PlanOf;

namespace Plimsoll.Web.Tests.Load;

/// <summary>Whatever two people do to a plan, it keeps its laws and its sums.</summary>
public sealed class PlanPropertyTests
{
    /// <summary>Somebody sets a cell; sometimes from an old picture of it.</summary>
    private sealed record Step(
        int Who,
        int Person,
        int Project,
        int Week,
        int Confirmed,
        int Tentative,
        bool Stale
    );

    private static readonly Gen<Step> AnyStep = Gen.Select(
        Gen.Int[0, 1],
        Gen.Int[0, 2],
        Gen.Int[0, 2],
        Gen.Int[0, 2],
        OneOf(0, 0, 1, 333, 480, 1200),
        OneOf(0, 0, 77, 480),
        Gen.Bool,
        (who, person, project, week, confirmed, tentative, stale) =>
            new Step(who, person, project, week, confirmed, tentative, stale && confirmed % 2 == 1)
    );

    private static Gen<int> OneOf(params int[] values) =>
        Gen.Int[0, values.Length - 1].Select(i => values[i]);

    [Theory, OnEachDatabase]
    public async Task A_plan_keeps_its_laws_and_its_sums(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        Actor[] actors = [agency.Owner, await agency.Someone(Position.Director, "Dina Director")];
        var people = new List<Person>();
        foreach (var name in new[] { "Anna", "Boris", "Clara" })
            people.Add(await agency.Person(name));
        Project[] projects =
        [
            await agency.Project("Nordwind"),
            await agency.Project("Halva"),
            await agency.Internal("Meetings"),
        ];
        var known = new Dictionary<CellKey, PlanCell>();
        foreach (var step in AnyStep.Array[120].Single(_ => true, "0N0XIzNsQ0O2"))
        {
            var key = new CellKey(
                people[step.Person].Id,
                projects[step.Project].Id,
                W48.Plus(step.Week)
            );
            var now = known.GetValueOrDefault(key);
            var was = step.Stale ? now with { Confirmed = now.Confirmed + new Minutes(1) } : now;
            var wanted = new PlanCell(new(step.Confirmed), new(step.Tentative));
            var outcome = await agency
                .Use<ChangePlan>()
                .Run(
                    new([new(key, null, wanted, was)], Reason: "because"),
                    actors[step.Who],
                    TestAgency.Now
                );
            if (step.Stale)
                outcome.Refusal.ShouldBeOfType<CellChangedMeanwhile>();
            else
            {
                outcome.IsRefused.ShouldBeFalse(outcome.Refusal?.Code);
                known[key] = wanted;
            }
        }
        await TheSumsAgree(agency, known);
    }

    [Theory, OnEachDatabase]
    public async Task Of_changes_made_at_once_none_is_lost_in_silence(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var (li, nordwind) = (await agency.Person("Li Wei"), await agency.Project("Nordwind"));
        var key = new CellKey(li.Id, nordwind.Id, W48);
        var saved = 0;

        // Each adds a minute to what she has seen; who is told "no" looks again.
        async Task Add(int times)
        {
            for (var done = 0; done < times; )
            {
                var seen = await agency.Store(db =>
                    db.Set<Booking>()
                        .Where(b => b.Person == li.Id)
                        .Select(b => b.Planned)
                        .FirstOrDefaultAsync(TestAgency.Now)
                );
                var change = new ChangePlan.Change(
                    key,
                    null,
                    new(seen + new Minutes(1), default),
                    new(seen, default)
                );
                var outcome = await agency
                    .Use<ChangePlan>()
                    .Run(new([change]), agency.Owner, TestAgency.Now);
                if (outcome.IsRefused)
                    outcome.Refusal.ShouldBeOfType<CellChangedMeanwhile>();
                else
                    (done, _) = (done + 1, Interlocked.Increment(ref saved));
            }
        }
        await Task.WhenAll(
            Task.Run(() => Add(8), TestAgency.Now),
            Task.Run(() => Add(8), TestAgency.Now)
        );

        saved.ShouldBe(16);
        (await agency.Store(db => db.Set<Booking>().SingleAsync(TestAgency.Now))).Planned.ShouldBe(
            new Minutes(16)
        );
    }

    /// <summary>The board, the interface for programs, and a query by hand.</summary>
    private static async Task TheSumsAgree(TestAgency agency, Dictionary<CellKey, PlanCell> known)
    {
        var board = await agency.Board("weeks=4&group=none");
        var turned = await agency.Board("weeks=4&group=none&rows=projects");
        var api = (
            await agency.Use<LoadOfWeeks>().Ask(new(W48, 4), agency.Owner, TestAgency.Now)
        ).Value;
        foreach (var row in api.Page.Items)
        foreach (var (week, _, load) in row.Weeks)
        {
            var cell = board.Rows.Single(r => r.Id == row.Id.Value).Cells[W48.WeeksUntil(week)];
            cell.Week.ShouldBe(load);
            var hers = known.Where(k => k.Key.Person == row.Id && k.Key.Week == week).ToList();
            load.Booked.Value.ShouldBe(hers.Sum(k => k.Value.Planned.Value));
            load.Tentative.Value.ShouldBe(hers.Sum(k => k.Value.Tentative.Value));
        }
        var all = known.Sum(k => k.Value.Planned.Value);
        turned.Rows.Sum(r => r.Cells.Sum(c => c.Booked)).ShouldBe(all);
        var (rows, minutes) = await ByHand(agency);
        minutes.ShouldBe(all);
        rows.ShouldBe(
            known.Sum(k =>
                (k.Value.Confirmed > Minutes.Zero ? 1 : 0)
                + (k.Value.Tentative > Minutes.Zero ? 1 : 0)
            )
        );
    }

    private static Task<(long Rows, long Minutes)> ByHand(TestAgency agency) =>
        agency.Store(async db =>
        {
            await db.Database.OpenConnectionAsync(TestAgency.Now);
            await using DbCommand command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = "SELECT count(*), coalesce(sum(planned), 0) FROM bookings";
            await using var reader = await command.ExecuteReaderAsync(TestAgency.Now);
            await reader.ReadAsync(TestAgency.Now);
            return (reader.GetInt64(0), reader.GetInt64(1));
        });
}
