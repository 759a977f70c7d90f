using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Files;
using Plimsoll.Web.Tasks.Queries;
using Plimsoll.Web.Tasks.UseCases;

namespace Plimsoll.Web.Tasks;

/// <summary>What is said about tasks: its use cases and queries, named by the room's front door.</summary>
internal static class TalkFeature
{
    public static void AddTalk(this IServiceCollection services)
    {
        services.AddScoped<AddComment>();
        services.AddScoped<EditComment>();
        services.AddScoped<DeleteComment>();
        services.AddScoped<PutBackComment>();
        services.AddScoped<ReactToComment>();

        services.AddScoped<TaskTalk>();
        services.AddScoped<TalkNews>();
        services.AddScoped<CommentVersions>();
        services.AddScoped<WhoSeesTask>();
        services.AddScoped<TaskFiles>();
        services.AddSingleton<IFileHolders, FilesOfTasks>();
        services.AddSingleton<IFileHolders, FilesOfTeamComments>();
        services.AddSingleton<IFileHolders, FilesOfClientComments>();
        services.AddSingleton<INameThings, CommentNames>();
    }
}
