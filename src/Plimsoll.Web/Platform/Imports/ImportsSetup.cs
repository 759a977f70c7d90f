using Microsoft.AspNetCore.Http.Features;

namespace Plimsoll.Web.Platform.Imports;

/// <summary>What every kind of import stands on.</summary>
public static class ImportsSetup
{
    public static void AddImports(this IServiceCollection services)
    {
        services.AddScoped<StartImport>();
        services.AddScoped<DropImport>();
        services.AddScoped<PutBackImports>();
        services.AddSingleton<ImportRunner>();
        services.AddHostedService(s => s.GetRequiredService<ImportRunner>());
        // The questions of an import have a field for each name in the file.
        services.Configure<FormOptions>(o => o.ValueCountLimit = 20_000);
    }
}
