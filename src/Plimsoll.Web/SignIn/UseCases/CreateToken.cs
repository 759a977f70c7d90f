using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Mail;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.SignIn.Store;

namespace Plimsoll.Web.SignIn.UseCases;

/// <summary>Makes a personal access token. Its secret is in the answer and nowhere else.</summary>
public sealed class CreateToken(
    IDbContextFactory<PlimsollDb> store,
    KnownScopes scopes,
    SecurityLetters letters,
    TimeProvider clock
)
{
    /// <summary>How many days a token may live.</summary>
    public static IReadOnlyList<int> Lifetimes { get; } = [30, 90, 365];

    public sealed record Command(string? Name, IReadOnlyCollection<string> Scopes, int Days);

    public async Task<Outcome<string>> Run(Command command, Actor actor, CancellationToken ct)
    {
        var line = Line.Required(command.Name, "name", AccessToken.NameLimit);
        if (line.Refused(out var nameless, out var name))
            return nameless;
        if (!Lifetimes.Contains(command.Days))
            return new IsNotUnderstood("days");
        if (command.Scopes.Count == 0)
            return new TokenNeedsScope();
        if (!command.Scopes.All(s => s is AccessToken.EveryScope || scopes.All.Contains(s)))
            return new IsNotUnderstood("scopes");

        var now = clock.GetUtcNow().UtcDateTime;
        await using var db = await store.CreateDbContextAsync(ct);
        var account = await db.AccountOf(actor, ct);
        var secret = Secrets.New(AccessToken.Prefix);
        var token = AccessToken.Make(
            account.Id,
            name,
            secret,
            command.Scopes.Contains(AccessToken.EveryScope)
                ? [AccessToken.EveryScope]
                : command.Scopes.Distinct(),
            now,
            TimeSpan.FromDays(command.Days)
        );
        _ = db.AccessTokens().Add(token);
        db.Record(
            "signin.token-made",
            actor.Person.Value,
            actor,
            now,
            about: new
            {
                token = token.Id,
                token.Name,
                token.Scopes,
            }
        );
        db.Send(letters.Tell(account, "token-made", now));
        return await db.Save(ct) is { } no ? no : secret;
    }
}
