using Microsoft.EntityFrameworkCore;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Platform.Http.Idempotency;

/// <summary>
/// The work of a request with an idempotency key. Whatever it saves says in the same transaction that it is done: a
/// server that dies between the work and its answer leaves either both undone or the work known as done. When another
/// call has taken over meanwhile, the turn is another one, and nothing of this work is saved.
/// </summary>
internal sealed class KeyedWork : IDisposable
{
    private static readonly AsyncLocal<KeyedWork?> Current = new();

    // What goes on after the answer, in the background, is not the request's work any more.
    private KeptAnswer? _kept;

    private KeyedWork(KeptAnswer kept) => _kept = kept;

    public static KeyedWork Begin(KeptAnswer kept) => Current.Value = new KeyedWork(kept);

    public static void Mark(PlimsollDb db)
    {
        if (Current.Value?._kept is not { } kept || db.ChangeTracker.Entries<KeptAnswer>().Any())
            return;
        var row = db.Attach(
            new KeptAnswer
            {
                Account = kept.Account,
                Key = kept.Key,
                Request = kept.Request,
                Turn = kept.Turn,
                IsDone = true,
            }
        );
        row.Property(a => a.IsDone).IsModified = true;
    }

    public void Dispose()
    {
        _kept = null;
        Current.Value = null;
    }
}
