using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.Platform.Text;
using Plimsoll.Web.SignIn.Store;

namespace Plimsoll.Web.SignIn.UseCases;

/// <summary>How someone likes to read: language, colours, percent or hours, time zone.</summary>
public sealed class ChangePreferences(IDbContextFactory<PlimsollDb> store, TimeProvider clock)
{
    /// <summary>No language means the browser's, no time zone the agency's.</summary>
    public sealed record Command(string? Language, string? Theme, bool InHours, string? TimeZone);

    public async Task<Outcome<Done>> Run(Command command, Actor actor, CancellationToken ct)
    {
        var language = string.IsNullOrEmpty(command.Language) ? null : command.Language;
        if (language is not null && Language.Find(language) is null)
            return new IsNotUnderstood("language");
        if (command.Theme is not ("auto" or "light" or "dark"))
            return new IsNotUnderstood("theme");
        var zone = string.IsNullOrWhiteSpace(command.TimeZone) ? null : command.TimeZone.Trim();
        if (zone?.Length > 64 || zone is not null && !IsZone(zone))
            return new IsNotUnderstood("timeZone");
        await using var db = await store.CreateDbContextAsync(ct);
        var account = await db.AccountOf(actor, ct);
        (account.Language, account.Theme, account.InHours, account.TimeZone) = (
            language,
            command.Theme,
            command.InHours,
            zone
        );
        if (!db.ChangeTracker.HasChanges())
            return Done.It;
        account.ConcurrencyStamp = Guid.CreateVersion7().ToString();
        var now = clock.GetUtcNow().UtcDateTime;
        db.Record("signin.preferences-changed", actor.Person.Value, actor, now, account);
        return await db.Save(ct) is { } no ? no : Done.It;
    }

    private static bool IsZone(string name) => TimeZoneInfo.TryFindSystemTimeZoneById(name, out _);
}
