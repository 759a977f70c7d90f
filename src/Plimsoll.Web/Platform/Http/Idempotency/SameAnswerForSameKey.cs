using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Platform.Http.Idempotency;

/// <summary>
/// A POST under <c>/api</c> with an <c>Idempotency-Key</c> is done once; the same call again gets the first answer
/// (draft-ietf-httpapi-idempotency-key-header). Keys are a caller's own and are kept for a day.
/// </summary>
public static class SameAnswerForSameKey
{
    private const int LongestKey = 200;

    /// <summary>After so long without an answer, whoever repeats the request learns what became of it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static void UseIdempotencyKeys(this IApplicationBuilder app) =>
        app.UseWhen(
            http =>
                HttpMethods.IsPost(http.Request.Method)
                && http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal)
                && http.Request.Headers.ContainsKey("Idempotency-Key"),
            branch => branch.Use(Answered)
        );

    private static async Task Answered(HttpContext http, RequestDelegate next)
    {
        var asking = http.RequestServices.GetRequiredService<Asking>();
        var key = http.Request.Headers["Idempotency-Key"].ToString();
        if (asking.Who is null)
        {
            await next(http);
            return;
        }
        if (key.Length is 0 or > LongestKey)
        {
            await Answer
                .Problem(new IsNotUnderstood("Idempotency-Key"), asking.Phrases)
                .ExecuteAsync(http);
            return;
        }
        var store = http.RequestServices.GetRequiredService<IDbContextFactory<PlimsollDb>>();
        var now = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        var kept = new KeptAnswer
        {
            Account = asking.Account,
            Key = key,
            Request = await Fingerprint(http),
            At = now,
            Turn = Guid.CreateVersion7(),
        };
        if (await Earlier(store, kept, now, http.RequestAborted) is { } earlier)
        {
            await Repeat(http, asking, kept, earlier, now);
            return;
        }
        await Keep(http, next, store, kept);
    }

    private static async Task<KeptAnswer?> Earlier(
        IDbContextFactory<PlimsollDb> store,
        KeptAnswer kept,
        DateTime now,
        CancellationToken ct
    )
    {
        await using var db = await store.CreateDbContextAsync(ct);
        var old = now.AddDays(-1);
        await db.KeptAnswers()
            .Where(a => a.Account == kept.Account && a.Key == kept.Key && a.At < old)
            .ExecuteDeleteAsync(ct);
        db.Add(kept);
        if (await db.Save(ct) is null)
            return null;
        db.ChangeTracker.Clear();
        return await TakeOver(db, kept, now, ct)
            ? null
            : await Row(db, kept).AsNoTracking().FirstOrDefaultAsync(ct);
    }

    /// <summary>Takes the turn of a call that went silent and has saved nothing; from now on it cannot.</summary>
    private static async Task<bool> TakeOver(
        PlimsollDb db,
        KeptAnswer kept,
        DateTime now,
        CancellationToken ct
    )
    {
        var silent = now - Patience;
        return await Row(db, kept)
                .Where(a => a.Request == kept.Request && a.Status == null)
                .Where(a => !a.IsDone && a.At < silent)
                .ExecuteUpdateAsync(
                    a => a.SetProperty(x => x.Turn, kept.Turn).SetProperty(x => x.At, now),
                    ct
                ) > 0;
    }

    private static IQueryable<KeptAnswer> Row(PlimsollDb db, KeptAnswer kept) =>
        db.KeptAnswers().Where(a => a.Account == kept.Account && a.Key == kept.Key);

    private static async Task Repeat(
        HttpContext http,
        Asking asking,
        KeptAnswer kept,
        KeptAnswer earlier,
        DateTime now
    )
    {
        if (earlier.Request != kept.Request)
            await Answer.Problem(new KeyIsOfAnotherRequest(), asking.Phrases).ExecuteAsync(http);
        else if (earlier.Status is not { } status)
            await Answer
                .Problem(
                    earlier.IsDone && earlier.At < now - Patience
                        ? new SameRequestWasDone()
                        : new SameRequestIsAtWork(),
                    asking.Phrases
                )
                .ExecuteAsync(http);
        else
        {
            http.Response.StatusCode = status;
            http.Response.ContentType = earlier.ContentType;
            http.Response.Headers.Location = earlier.Location;
            http.Response.Headers.ETag = earlier.Tag;
            http.Response.Headers["Idempotent-Replayed"] = "true";
            await http.Response.Body.WriteAsync(earlier.Body, http.RequestAborted);
        }
    }

    private static async Task Keep(
        HttpContext http,
        RequestDelegate next,
        IDbContextFactory<PlimsollDb> store,
        KeptAnswer kept
    )
    {
        var wire = http.Response.Body;
        using var copy = new MemoryStream();
        http.Response.Body = copy;
        var finished = false;
        // What was begun under a key is finished, whoever still listens: the next call with it must find the answer.
        var gone = http.RequestAborted;
        http.RequestAborted = CancellationToken.None;
        try
        {
            using (KeyedWork.Begin(kept))
                await next(http);
            finished = http.Response.StatusCode < StatusCodes.Status500InternalServerError;
        }
        finally
        {
            http.Response.Body = wire;
            http.RequestAborted = gone;
            await Settle(http, store, kept, finished ? copy.ToArray() : null);
        }
        copy.Position = 0;
        await copy.CopyToAsync(wire, http.RequestAborted);
    }

    /// <summary>An answer that nobody may store, such as a link that opens an account, is not stored here either.</summary>
    private static bool IsSecret(HttpResponse response) =>
        response.GetTypedHeaders().CacheControl?.NoStore == true;

    /// <summary>What failed by our fault, and saved nothing, is forgotten, so that the caller can try again.</summary>
    private static async Task Settle(
        HttpContext http,
        IDbContextFactory<PlimsollDb> store,
        KeptAnswer kept,
        byte[]? body
    )
    {
        await using var db = await store.CreateDbContextAsync(CancellationToken.None);
        var row = Row(db, kept).Where(a => a.Turn == kept.Turn);
        var answer = http.Response;
        if (IsSecret(answer))
            await row.ExecuteDeleteAsync(CancellationToken.None);
        else if (body is null)
            await row.Where(a => !a.IsDone).ExecuteDeleteAsync(CancellationToken.None);
        else
        {
            string? location = answer.Headers.Location;
            string? tag = answer.Headers.ETag;
            await row.ExecuteUpdateAsync(
                a =>
                    a.SetProperty(x => x.Status, answer.StatusCode)
                        .SetProperty(x => x.ContentType, answer.ContentType)
                        .SetProperty(x => x.Location, location)
                        .SetProperty(x => x.Tag, tag)
                        .SetProperty(x => x.Body, body),
                CancellationToken.None
            );
        }
    }

    private static async Task<string> Fingerprint(HttpContext http)
    {
        http.Request.EnableBuffering();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(
            Encoding.UTF8.GetBytes(http.Request.Path + http.Request.QueryString + "\n")
        );
        var buffer = new byte[16 * 1024];
        for (
            int read;
            (read = await http.Request.Body.ReadAsync(buffer, http.RequestAborted)) > 0;

        )
            hash.AppendData(buffer, 0, read);
        http.Request.Body.Position = 0;
        return Convert.ToHexString(hash.GetHashAndReset());
    }
}

/// <summary>The idempotency key was used for another request.</summary>
public sealed record KeyIsOfAnotherRequest() : Refusal("key-is-of-another-request");

/// <summary>The first request with this key is still at work; ask again in a moment.</summary>
public sealed record SameRequestIsAtWork() : Refusal("same-request-is-at-work");

/// <summary>The first request with this key was carried out, but its answer is lost: look at what is there.</summary>
public sealed record SameRequestWasDone() : Refusal("same-request-was-done");
