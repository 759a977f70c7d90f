using Microsoft.AspNetCore.ResponseCompression;
using Plimsoll.Web.Clients;
using Plimsoll.Web.Desk;
using Plimsoll.Web.Desk.Import;
using Plimsoll.Web.Desk.Sample;
using Plimsoll.Web.Load;
using Plimsoll.Web.People;
using Plimsoll.Web.Platform;
using Plimsoll.Web.Platform.Files;
using Plimsoll.Web.Platform.Http;
using Plimsoll.Web.Platform.Http.Description;
using Plimsoll.Web.Platform.Http.Idempotency;
using Plimsoll.Web.Platform.Mail.Leaving;
using Plimsoll.Web.Platform.Settings;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.Platform.Text.Markdown;
using Plimsoll.Web.SignIn;
using Plimsoll.Web.Tasks;
using Plimsoll.Web.Ui;

try
{
    var builder = WebApplication.CreateBuilder(args);
    var settings = builder.AddPlimsollSettings();

    builder.Services.AddPlatform(settings);
    builder.Services.AddStore(settings);
    builder.Services.AddSignIn(settings);
    builder.Services.AddPeople();
    builder.Services.AddClients();
    builder.Services.AddLoad();
    builder.Services.AddTasks();
    builder.Services.AddDesk();
    builder.Services.AddRazorComponents();

    var app = builder.Build();
    await app.Services.GetRequiredService<Migrator>().Run(CancellationToken.None);
    if (args is ["migrate"])
        return 0;
    if (DatasetCommand.IsAsked(args))
        return await app.LoadDataset(args);
    await app.FillSampleIfAsked(settings);

    if (settings.BehindProxy)
        app.UseForwardedHeaders(ForwardedBy.AnyProxy);
    app.UsePlatform();
    app.UseFirstRunAndLanguage();
    app.UseAuthentication();
    app.UseAuthorization();
    app.UseIdempotencyKeys();
    app.UseAntiforgery();
    app.UseLateForms();

    app.MapStaticAssets().AllowAnonymous();
    app.MapHealth();
    app.MapApiDescription();
    app.MapSignOut();
    app.MapFeeds();
    app.MapMarkdownPreview();
    app.MapFilePages();
    app.MapLeaveDoor();
    var api = app.MapApi();
    api.MapSignIn();
    api.MapPeople();
    api.MapClients();
    api.MapLoad();
    api.MapTasks();
    api.MapDesk();
    api.MapFiles();
    app.MapBoard();
    app.MapTaskPages();
    app.MapRazorComponents<App>();

    await app.RunAsync();
    return 0;
}
catch (CannotStart stop)
{
    await Console.Error.WriteLineAsync(stop.Message);
    return 1;
}

/// <summary>The program; named so that tests can start it.</summary>
public partial class Program;
