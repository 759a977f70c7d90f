using Microsoft.Extensions.DependencyInjection;
using Plimsoll.Web.Platform.Jobs;

namespace Plimsoll.Web.Tests.Platform;

public sealed class ScheduledTests
{
    [Theory, OnEachDatabase]
    public async Task Whatever_the_clock_starts_runs_on_an_agency_without_anything(
        Database database
    )
    {
        await using var agency = await TestAgency.Open(database);
        var kinds = typeof(Program)
            .Assembly.GetTypes()
            .Where(t => t is { IsClass: true, IsAbstract: false })
            .Where(t => t.IsAssignableTo(typeof(IScheduled)))
            .ToList();

        kinds.Count.ShouldBeGreaterThan(5);
        foreach (var kind in kinds)
        {
            using var scope = agency.Services.CreateScope();
            var work = (IScheduled)scope.ServiceProvider.GetRequiredService(kind);
            await Should.NotThrowAsync(work.Run(TestAgency.Now), kind.Name);
        }
    }
}
