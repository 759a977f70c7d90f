using System.Reflection;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Http.Idempotency;

namespace Plimsoll.Web.Platform.Store;

/// <summary>
/// The store of one workspace. It knows no room: each room maps its own tables and gives them a name by an
/// extension method (<c>db.Bookings()</c>). Open one per call from the factory, never keep it.
/// </summary>
public abstract class PlimsollDb(DbContextOptions options)
    : DbContext(options),
        IDataProtectionKeyContext
{
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        StoreConventions.Apply(configurationBuilder);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(Assembly.GetExecutingAssembly());
        modelBuilder.Entity<DataProtectionKey>().ToTable("data_protection_keys");
        StoreConventions.Finish(modelBuilder);
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        BeforeSave();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override Task<int> SaveChangesAsync(
        bool acceptAllChangesOnSuccess,
        CancellationToken cancellationToken = default
    )
    {
        BeforeSave();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <summary>
    /// Saves, or says that somebody else saved the same thing first: a changed version, or a row of the same
    /// unique key. The one place where a collision becomes a value (PRODUCT 9.2).
    /// </summary>
    public async Task<Refusal?> Save(CancellationToken ct)
    {
        try
        {
            await SaveChangesAsync(ct);
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            return new ChangedMeanwhile();
        }
        catch (DbUpdateException e) when (IsCollision(e))
        {
            return new ChangedMeanwhile();
        }
        catch (DbUpdateException e) when (IsInUse(e) && Removes())
        {
            return new SomethingDependsOnIt();
        }
    }

    /// <summary>Whether the database refused a row because another of the same unique key is there.</summary>
    public abstract bool IsCollision(DbUpdateException e);

    /// <summary>Whether the database refused to delete a row because another points to it.</summary>
    public abstract bool IsInUse(DbUpdateException e);

    /// <summary>
    /// Within a transaction: waits until nobody else is at work on these things, and keeps others waiting until it ends.
    /// </summary>
    public abstract Task TakeTurns(IEnumerable<Guid> things, CancellationToken ct);

    /// <summary>
    /// The number of the oldest transaction that is still open, and of the next to begin; nothing where there is one
    /// writer at a time.
    /// </summary>
    public abstract Task<(long Oldest, long Next)?> OpenTransactions(CancellationToken ct);

    /// <summary>Whether the same act may well succeed when it is tried again: another writer was in the way.</summary>
    public bool MayPass(Exception e) =>
        e is DbUpdateConcurrencyException
        || e is DbUpdateException update && IsCollision(update)
        || IsInTheWay(e is DbUpdateException { InnerException: { } inner } ? inner : e);

    /// <summary>How many rows one statement best brings in at once.</summary>
    public abstract int RowsAtOnce { get; }

    /// <summary>Whether the database gave up waiting for another writer.</summary>
    protected abstract bool IsInTheWay(Exception e);

    private bool Removes() => ChangeTracker.Entries().Any(e => e.State == EntityState.Deleted);

    private void BeforeSave()
    {
        ChangeTracker.DetectChanges();
        TouchOwners();
        foreach (var entry in ChangeTracker.Entries())
        {
            SearchKeys.Fill(entry);
            if (
                entry.State == EntityState.Modified
                && entry.Metadata.FindProperty(StoreConventions.Version) is { } version
            )
                entry.CurrentValues[version] = (int)entry.OriginalValues[version]! + 1;
        }
        FactLog.Complete(this);
        KeyedWork.Mark(this);
    }

    /// <summary>A part that a thing owns (a pattern of a person) is the thing: its change takes a new version of the whole.</summary>
    private void TouchOwners()
    {
        foreach (var part in ChangeTracker.Entries().ToList())
        {
            if (
                part.State is not (EntityState.Added or EntityState.Modified or EntityState.Deleted)
                || part.Metadata.FindOwnership() is not { } ownership
                || ownership.PrincipalEntityType.IsOwned()
            )
                continue;
            var key = ownership.Properties.Select(p => part.Property(p.Name).CurrentValue);
            var owner = Find(ownership.PrincipalEntityType.ClrType, [.. key]);
            if (owner is null || Entry(owner) is not { State: EntityState.Unchanged } whole)
                continue;
            if (whole.Metadata.FindProperty(StoreConventions.Version) is { } version)
                whole.Property(version.Name).IsModified = true;
        }
    }
}
