namespace Plimsoll.Web.Platform.Files;

/// <summary>The parts that keep and give out files.</summary>
public static class FilesSetup
{
    public static void AddFiles(this IServiceCollection services)
    {
        services.AddScoped<BringFile>();
        services.AddScoped<DropFile>();
        services.AddScoped<FoundFile>();
        services.AddSingleton<SmallPictures>();
    }
}
