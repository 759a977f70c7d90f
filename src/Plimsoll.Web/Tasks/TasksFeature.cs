using Plimsoll.Domain.Kernel;
using Plimsoll.Web.People.Api;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Feeds;
using Plimsoll.Web.Platform.Http;
using Plimsoll.Web.Platform.Imports;
using Plimsoll.Web.Tasks.Api;
using Plimsoll.Web.Tasks.Jobs;
using Plimsoll.Web.Tasks.Live;
using Plimsoll.Web.Tasks.Pages;
using Plimsoll.Web.Tasks.Pages.Parts;
using Plimsoll.Web.Tasks.Queries;
using Plimsoll.Web.Tasks.UseCases;

namespace Plimsoll.Web.Tasks;

/// <summary>The front door of the room: its services and routes.</summary>
public static class TasksFeature
{
    public static void AddTasks(this IServiceCollection services)
    {
        services.AddScoped<AddTask>();
        services.AddScoped<AddTaskFromLine>();
        services.AddScoped<ChangeTasks>();
        services.AddScoped<MoveTask>();
        services.AddScoped<ChangeChecklist>();
        services.AddScoped<WaitForTask>();
        services.AddScoped<StopWaitingForTask>();
        services.AddScoped<DeleteTask>();
        services.AddScoped<UndoTaskChange>();
        services.AddTalk();

        services.AddScoped<BringTasks>();
        services.AddScoped<AnswerTaskImport>();
        services.AddScoped<ApplyTaskImport>();
        services.AddScoped<UndoTaskImport>();
        services.AddScoped<DraftTaskImport>();
        services.AddSingleton<ImportsOfTasks>();

        services.AddScoped<TaskList>();
        services.AddScoped<WholeTaskList>();
        services.AddScoped<WholeProject>();
        services.AddScoped<TaskBoard>();
        services.AddScoped<TaskCalendar>();
        services.AddScoped<TaskTimeline>();
        services.AddScoped<QuickReading>();
        services.AddScoped<TaskCard>();
        services.AddScoped<TaskCounts>();
        services.AddScoped<TaskHistory>();
        services.AddScoped<TaskChoices>();
        services.AddScoped<DoneToTasks>();
        services.AddSingleton<INameThings, TaskNames>();
        services.AddSingleton<ICalendarEntries, DueDaysInCalendar>();
        services.AddSingleton<TaskFeed>();
        services.AddHostedService(s => s.GetRequiredService<TaskFeed>());

        services.AddSingleton(new ShellPart(typeof(QuickAdd), a => a.May(Right.WorkOnTasks)));
        services.AddSingleton(
            new NavItem(
                "tasks.nav",
                "/tasks",
                "task",
                20,
                a => a.May(Right.WorkOnTasks),
                OnPhone: true
            )
        );
    }

    public static void MapTasks(this RouteGroupBuilder api)
    {
        TasksApi.Map(api);
        TaskPartsApi.Map(api);
        TalkApi.Map(api);
        QuickApi.Map(api);
        TaskImportApi.Map(api);
        TaskExportApi.Map(api);
        ViewsApi.Map(api, "tasks", "Task", "Tasks");
    }

    /// <summary>What the pages' own scripts ask for, besides the interface for programs.</summary>
    public static void MapTaskPages(this IEndpointRouteBuilder app)
    {
        LiveTasks.Map(app);
        TaskFragments.Map(app);
        app.MapImportPages(app.ServiceProvider.GetRequiredService<ImportsOfTasks>());
        TaskExportApi.MapPages(app);
    }
}
