using Plimsoll.Web.Load.Jobs;
using Plimsoll.Web.Platform.Files;
using Plimsoll.Web.Platform.Http.Idempotency;
using Plimsoll.Web.Platform.Mail;
using Plimsoll.Web.Platform.Mail.Inbox;
using Plimsoll.Web.Platform.Webhooks;
using Plimsoll.Web.SignIn.Jobs;
using Quartz;

namespace Plimsoll.Web.Platform.Jobs;

/// <summary>
/// The one page of all clock-driven work. Like Program.cs it names the work of every room, and nothing else of them.
/// Every node runs this clock; see docs/decisions/0010-clock.md.
/// </summary>
public static class Schedule
{
    private static void All(Clock clock)
    {
        clock.Every<SendLetters>(TimeSpan.FromSeconds(10));
        clock.Every<SendWebhooks>(TimeSpan.FromSeconds(5));
        clock.Every<DropOldDeliveries>(TimeSpan.FromHours(1));
        clock.Every<DropOldLetters>(TimeSpan.FromHours(6));
        clock.Every<ReadInbox>(TimeSpan.FromMinutes(1));
        clock.Every<SweepInbox>(TimeSpan.FromHours(6));
        clock.Every<SweepFiles>(TimeSpan.FromHours(1));
        clock.Every<DropOldAnswers>(TimeSpan.FromHours(1));
        clock.Every<LapsedHolds>(TimeSpan.FromHours(1));
        clock.Every<CloseDoorsHourly>(TimeSpan.FromHours(1));
    }

    public static void AddSchedule(this IServiceCollection services)
    {
        services.AddQuartz(quartz => All(new Clock(services, quartz)));
        services.AddQuartzHostedService(o => o.WaitForJobsToComplete = true);
    }

    /// <summary>Writes one line of the page into the clock, and the work itself into the services.</summary>
    private sealed class Clock(IServiceCollection services, IQuartzBuilder quartz)
    {
        // The first page should not wait for the first round of work, and two nodes need not step together.
        private static readonly TimeSpan StartWithin = TimeSpan.FromSeconds(10);

        public void Every<TWork>(TimeSpan interval)
            where TWork : class, IScheduled
        {
            services.AddScoped<TWork>();
            quartz.ScheduleJob<Turn<TWork>>(
                (provider, trigger) =>
                    trigger
                        .WithIdentity(typeof(TWork).Name)
                        .StartAt(
                            provider.GetRequiredService<TimeProvider>().GetUtcNow()
                                + StartWithin * (0.2 + 0.8 * Random.Shared.NextDouble())
                        )
                        .WithSimpleSchedule(s => s.WithInterval(interval).RepeatForever()),
                (_, job) => job.WithIdentity(typeof(TWork).Name)
            );
        }
    }
}

/// <summary>One turn of the clock for one piece of work; on one node a piece never overtakes itself.</summary>
[DisallowConcurrentExecution]
internal sealed class Turn<TWork>(TWork work) : IJob
    where TWork : IScheduled
{
    public async ValueTask Execute(
        IJobExecutionContext context,
        CancellationToken cancellationToken
    ) => await work.Run(cancellationToken);
}
