using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plimsoll.Domain.People;

namespace Plimsoll.Web.People.Store;

/// <summary>Who put a thing away and when: two columns of the thing's own table.</summary>
internal static class ArchivalMapping
{
    public static void Columns<T>(OwnedNavigationBuilder<T, Archival> archival)
        where T : class
    {
        archival.Property(a => a.By).HasColumnName("archived_by");
        archival.Property(a => a.At).HasColumnName("archived_at");
    }
}
