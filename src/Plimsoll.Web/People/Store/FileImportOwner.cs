using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plimsoll.Domain.People;
using Plimsoll.Web.Platform.Imports;

namespace Plimsoll.Web.People.Store;

/// <summary>Whoever brought a file stays known.</summary>
internal sealed class FileImportOwner : IEntityTypeConfiguration<FileImport>
{
    public void Configure(EntityTypeBuilder<FileImport> builder) =>
        builder
            .HasOne<Person>()
            .WithMany()
            .HasForeignKey(i => i.By)
            .OnDelete(DeleteBehavior.Restrict);
}
