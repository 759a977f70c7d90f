using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Platform.Files;

/// <summary>Files, and how a room takes hold of them within its own save.</summary>
public static class FileTables
{
    public static DbSet<StoredFile> Files(this PlimsollDb db) => db.Set<StoredFile>();

    /// <summary>
    /// Gives the thing those of these files that the actor has brought and nothing holds yet; answers which. The caller
    /// saves. A file that is swept away in the same moment makes that save say so.
    /// </summary>
    public static async Task<IReadOnlyList<Guid>> GiveFiles(
        this PlimsollDb db,
        IReadOnlyCollection<Guid> files,
        string kind,
        Guid holder,
        Actor actor,
        CancellationToken ct
    )
    {
        if (files.Count == 0)
            return [];
        var hers = await db.Files()
            .Where(f => files.Contains(f.Id) && f.Holder == null && f.By == actor.Person)
            .ToListAsync(ct);
        foreach (var file in hers)
            file.GiveTo(kind, holder);
        return [.. hers.Select(f => f.Id)];
    }

    /// <summary>The thing is gone: its files go after a day, unless something else takes them. The caller saves.</summary>
    public static async Task LetFilesGo(
        this PlimsollDb db,
        string kind,
        Guid holder,
        DateTime now,
        CancellationToken ct
    )
    {
        foreach (
            var file in await db.Files()
                .Where(f => f.HolderKind == kind && f.Holder == holder)
                .ToListAsync(ct)
        )
            file.LetGo(now);
    }

    internal static DbSet<Blob> Blobs(this PlimsollDb db) => db.Set<Blob>();

    internal static DbSet<BlobPart> BlobParts(this PlimsollDb db) => db.Set<BlobPart>();

    internal static DbSet<Thumb> Thumbs(this PlimsollDb db) => db.Set<Thumb>();
}

internal sealed class StoredFileMapping : IEntityTypeConfiguration<StoredFile>
{
    public void Configure(EntityTypeBuilder<StoredFile> builder)
    {
        builder.ToTable("files");
        builder.HasKey(f => f.Id);
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Property(f => f.Hash).HasMaxLength(64);
        builder.Property(f => f.Name).HasMaxLength(StoredFile.NameLimit);
        builder.Property(f => f.HolderKind).HasMaxLength(StoredFile.KindLimit);
        builder
            .HasOne<Blob>()
            .WithMany()
            .HasForeignKey(f => f.Hash)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(f => new { f.HolderKind, f.Holder });
        builder.HasIndex(f => f.LooseSince);
    }
}

internal sealed class BlobMapping : IEntityTypeConfiguration<Blob>
{
    public void Configure(EntityTypeBuilder<Blob> builder)
    {
        builder.ToTable("blobs");
        builder.HasKey(b => b.Hash);
        builder.Property(b => b.Hash).HasMaxLength(64);
        builder.Property(b => b.Type).HasMaxLength(120);
    }
}

internal sealed class BlobPartMapping : IEntityTypeConfiguration<BlobPart>
{
    public void Configure(EntityTypeBuilder<BlobPart> builder)
    {
        builder.ToTable("blob_parts");
        builder.HasKey(p => new { p.Hash, p.Number });
        builder.Property(p => p.Hash).HasMaxLength(64);
        builder.Property(p => p.Number).ValueGeneratedNever();
        builder.HasOne<Blob>().WithMany().HasForeignKey(p => p.Hash);
    }
}

internal sealed class ThumbMapping : IEntityTypeConfiguration<Thumb>
{
    public void Configure(EntityTypeBuilder<Thumb> builder)
    {
        builder.ToTable("thumbs");
        builder.HasKey(t => new { t.Hash, t.Side });
        builder.Property(t => t.Hash).HasMaxLength(64);
        builder.Property(t => t.Side).ValueGeneratedNever();
        builder.HasOne<Blob>().WithMany().HasForeignKey(t => t.Hash);
    }
}
