using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Http.Idempotency;
using Plimsoll.Web.Tests.People;

namespace Plimsoll.Web.Tests.Platform;

/// <summary>A request with an idempotency key is done once, whatever becomes of the server meanwhile.</summary>
public sealed class SameAnswerForSameKeyTests
{
    [Theory, OnEachDatabase]
    public async Task The_same_request_gets_the_same_answer_with_its_headers(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var program = await agency.Program(agency.Owner);

        var first = await Add(program);
        var again = await Add(program);

        first.StatusCode.ShouldBe(HttpStatusCode.Created);
        again.StatusCode.ShouldBe(HttpStatusCode.Created);
        again.Headers.GetValues("Idempotent-Replayed").ShouldBe(["true"]);
        again.Headers.Location.ShouldNotBeNull().ShouldBe(first.Headers.Location);
        again.Headers.ETag.ShouldBe(first.Headers.ETag);
        (await again.Content.ReadAsStringAsync(TestAgency.Now)).ShouldBe(
            await first.Content.ReadAsStringAsync(TestAgency.Now)
        );
        (await Teams(agency)).ShouldBe(1);
    }

    [Theory, OnEachDatabase]
    public async Task Work_that_a_dead_server_never_saved_is_done_by_the_next_call(
        Database database
    )
    {
        await using var agency = await TestAgency.Open(database);
        var program = await agency.Program(agency.Owner);
        _ = await Add(program);
        await agency.Store(db => db.Teams().ExecuteDeleteAsync(TestAgency.Now));
        await LoseAnswer(agency, isDone: false);

        (await Code(await Add(program))).ShouldBe("same-request-is-at-work");
        agency.Clock.Advance(TimeSpan.FromSeconds(31));

        (await Add(program)).StatusCode.ShouldBe(HttpStatusCode.Created);
        (await Teams(agency)).ShouldBe(1);
        (await Add(program)).Headers.Contains("Idempotent-Replayed").ShouldBeTrue();
    }

    [Theory, OnEachDatabase]
    public async Task Work_that_was_saved_is_never_done_twice_though_its_answer_is_lost(
        Database database
    )
    {
        await using var agency = await TestAgency.Open(database);
        var program = await agency.Program(agency.Owner);
        _ = await Add(program);
        await LoseAnswer(agency, isDone: null);

        (await Code(await Add(program))).ShouldBe("same-request-is-at-work");
        agency.Clock.Advance(TimeSpan.FromSeconds(31));

        (await Code(await Add(program))).ShouldBe("same-request-was-done");
        (await Teams(agency)).ShouldBe(1);
    }

    [Theory, OnEachDatabase]
    public async Task Who_was_silent_too_long_saves_nothing_once_another_call_has_its_turn(
        Database database
    )
    {
        await using var agency = await TestAgency.Open(database);
        var program = await agency.Program(agency.Owner);
        _ = await Add(program);
        var kept = await agency.Store(db =>
            db.KeptAnswers().AsNoTracking().SingleAsync(TestAgency.Now)
        );
        var silent = new KeptAnswer
        {
            Account = kept.Account,
            Key = kept.Key,
            Request = kept.Request,
            Turn = Guid.CreateVersion7(),
        };

        using (KeyedWork.Begin(silent))
            (
                await agency.Store(db =>
                {
                    db.Add(Team.New("Late").Value);
                    return db.Save(TestAgency.Now);
                })
            ).ShouldBeOfType<ChangedMeanwhile>();

        (await Teams(agency)).ShouldBe(1);
    }

    private static Task<HttpResponseMessage> Add(HttpClient program) =>
        program.SendAsync(
            new HttpRequestMessage(HttpMethod.Post, "/api/v1/teams")
            {
                Content = JsonContent.Create(new { name = "Design" }),
                Headers = { { "Idempotency-Key", "one" } },
            },
            TestAgency.Now
        );

    /// <summary>As if the server had died before it answered.</summary>
    private static Task LoseAnswer(TestAgency agency, bool? isDone) =>
        agency.Store(db =>
            db.KeptAnswers()
                .ExecuteUpdateAsync(
                    a =>
                        a.SetProperty(x => x.Status, (int?)null)
                            .SetProperty(x => x.IsDone, x => isDone ?? x.IsDone),
                    TestAgency.Now
                )
        );

    private static async Task<string?> Code(HttpResponseMessage answer)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(TestAgency.Now))
            .GetProperty("code")
            .GetString();
    }

    private static Task<int> Teams(TestAgency agency) =>
        agency.Store(db => db.Teams().CountAsync(TestAgency.Now));
}
