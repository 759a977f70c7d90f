using System.Data;
using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Clients;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;
using Plimsoll.Web.Load.Import;
using Plimsoll.Web.Load.Queries;
using Plimsoll.Web.Load.Store;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Imports;
using Plimsoll.Web.Tests.Load.Import;
using Plimsoll.Web.Tests.Platform;
using static Plimsoll.Web.Tests.Load.PlanOf;

namespace Plimsoll.Web.Tests.Load;

/// <summary>A server killed in the middle of its work loses nothing it has acknowledged, and leaves nothing half done.</summary>
public sealed class KilledServerTests
{
    private const int Planners = 4;
    private const int EnoughEdits = 60;

    [Theory, OnEachDatabase]
    public async Task A_killed_server_loses_no_acknowledged_edit(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var project = await agency.Internal("Agency meetings");
        var people = new List<Person>();
        for (var i = 0; i < Planners; i++)
            people.Add(await agency.Person($"Person {i}"));
        using var node = await OtherNode.Start(agency);
        var acknowledged = new int[Planners];
        var enough = new TaskCompletionSource();

        var planners = people
            .Select(
                (person, i) => Task.Run(() => Plan(node, person, project, acknowledged, i, enough))
            )
            .ToList();
        var all = Task.WhenAll(planners);
        await Task.WhenAny(enough.Task, all).WaitAsync(TimeSpan.FromMinutes(3), TestAgency.Now);
        node.Kill();
        await all;

        acknowledged.Sum().ShouldBeGreaterThanOrEqualTo(EnoughEdits);
        for (var i = 0; i < Planners; i++)
        {
            var id = people[i].Id;
            var kept = await agency.Store(db =>
                db.Bookings()
                    .Where(b => b.Person == id)
                    .Select(b => b.Planned.Value)
                    .SingleOrDefaultAsync(TestAgency.Now)
            );
            // The edit that was under way when the server died may be there or not, but whole.
            kept.ShouldBeInRange(acknowledged[i], acknowledged[i] + 1);
        }
        var (facts, minutes) = await agency.Store(async db =>
        {
            // At one moment: the database may still be busy with the last word of the dead.
            await using var moment = await db.Database.BeginTransactionAsync(
                IsolationLevel.RepeatableRead,
                TestAgency.Now
            );
            return (
                await db.Facts().CountAsync(f => f.Kind.StartsWith("load.time-"), TestAgency.Now),
                await db.Bookings().Select(b => b.Planned.Value).ToListAsync(TestAgency.Now)
            );
        });
        facts.ShouldBe(minutes.Sum(), "each edit adds a minute and tells one fact");
    }

    [Theory, OnEachDatabase]
    public async Task A_killed_import_is_there_whole_or_not_at_all(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var import = await agency.Bring(ImportOf.Sample("blocks-percent-en.xlsx"));
        await agency.Answer(import);
        using (var node = await OtherNode.Start(agency))
        {
            var apply = node.Client.PostAsync(
                $"/api/v1/load/imports/{import}/apply",
                JsonContent.Create(new { }),
                TestAgency.Now
            );
            await Leaves(agency, import, ImportState.Draft, unless: apply);
            node.Kill();
            await Record.ExceptionAsync(() => apply);
        }

        using var next = await OtherNode.Start(agency);
        var (bookings, facts) = await agency.Store(async db =>
            (
                await db.Bookings().CountAsync(TestAgency.Now),
                await db.Facts()
                    .CountAsync(
                        f => f.Door == Door.Import && f.Kind.StartsWith("load.time-"),
                        TestAgency.Now
                    )
            )
        );
        (bookings == 0).ShouldBe(facts == 0);
        if (bookings == 0)
            (
                await next.Client.PostAsync(
                    $"/api/v1/load/imports/{import}/apply",
                    JsonContent.Create(new { }),
                    TestAgency.Now
                )
            ).IsSuccessStatusCode.ShouldBeTrue();
        // The call answers before the work is done, when that takes longer.
        await Leaves(agency, import, ImportState.Applying);
        var whole = await agency.Written();
        whole.Count.ShouldBeGreaterThan(100);
        whole.Distinct().Count().ShouldBe(whole.Count);
    }

    /// <summary>Raises one cell minute by minute until the server answers no more.</summary>
    private static async Task Plan(
        OtherNode node,
        Person person,
        Project project,
        int[] acknowledged,
        int mine,
        TaskCompletionSource enough
    )
    {
        for (var minutes = 1; minutes < 2000; minutes++)
        {
            var change = new
            {
                changes = new[]
                {
                    new
                    {
                        person = person.Id.Value,
                        project = project.Id.Value,
                        week = W48.ToString(),
                        set = new { confirmed = minutes, tentative = 0 },
                        was = new { confirmed = minutes - 1, tentative = 0 },
                    },
                },
            };
            try
            {
                using var answer = await node.Client.PostAsJsonAsync(
                    "/api/v1/load/changes",
                    change,
                    TestAgency.Now
                );
                answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            }
            catch (Exception e) when (e is HttpRequestException or IOException)
            {
                return;
            }
            acknowledged[mine] = minutes;
            if (acknowledged.Sum() >= EnoughEdits)
                enough.TrySetResult();
        }
    }

    /// <summary>Until the import is no longer in this state, or the call that moves it has ended.</summary>
    private static async Task Leaves(
        TestAgency agency,
        Guid import,
        ImportState state,
        Task? unless = null
    )
    {
        while (
            unless is not { IsCompleted: true }
            && (await agency.Use<DraftImport>().One(import, agency.Owner, TestAgency.Now))
                .Value
                .State == state
        )
            await Task.Yield();
    }
}
