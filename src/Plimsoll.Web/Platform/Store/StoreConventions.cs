using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Plimsoll.Domain.Kernel;

namespace Plimsoll.Web.Platform.Store;

/// <summary>How values lie in both databases alike: ids, minutes, weeks, UTC moments, limited texts, versions.</summary>
internal static class StoreConventions
{
    public const string Version = "Version";

    public static void Apply(ModelConfigurationBuilder builder)
    {
        foreach (var id in typeof(PersonId).Assembly.GetTypes().Where(IsId))
            builder.Properties(id).HaveConversion(typeof(IdConverter<>).MakeGenericType(id));
        builder.Properties<Minutes>().HaveConversion<MinutesConverter>();
        builder.Properties<Week>().HaveConversion<WeekConverter>();
        builder.Properties<DateTime>().HaveConversion<UtcConverter>();
        builder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }

    public static void Finish(ModelBuilder builder)
    {
        foreach (var entity in builder.Model.GetEntityTypes())
        {
            if (
                entity.FindProperty(Version) is { ClrType: var type } version
                && type == typeof(int)
            )
                version.IsConcurrencyToken = true;
            LimitLengths(entity);
        }
    }

    /// <summary>SQLite keeps texts of any length; a check makes both databases refuse the same ones.</summary>
    private static void LimitLengths(IMutableEntityType entity)
    {
        if (entity.GetTableName() is not { } table)
            return;
        foreach (var property in entity.GetProperties())
        {
            if (property.GetMaxLength() is not { } limit)
                continue;
            var stored = property.GetValueConverter()?.ProviderClrType ?? property.ClrType;
            if (stored != typeof(string) && !property.ClrType.IsEnum)
                continue;
            var column = property.GetColumnName();
            entity.AddCheckConstraint(
                $"ck_{table}_{column}_length",
                $"length(\"{column}\") <= {limit}"
            );
        }
    }

    private static bool IsId(Type type) =>
        type.IsValueType
        && type.GetInterfaces()
            .Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IId<>));

    private sealed class IdConverter<TId>()
        : ValueConverter<TId, Guid>(id => id.Value, value => Make(value))
        where TId : struct, IId<TId>
    {
        private static TId Make(Guid value) => TId.From(value);
    }

    private sealed class MinutesConverter()
        : ValueConverter<Minutes, int>(m => m.Value, v => new Minutes(v));

    private sealed class WeekConverter()
        : ValueConverter<Week, DateOnly>(w => w.Monday, d => Week.Of(d));

    private sealed class UtcConverter()
        : ValueConverter<DateTime, DateTime>(
            moment => moment.Kind == DateTimeKind.Utc ? moment : moment.ToUniversalTime(),
            stored => DateTime.SpecifyKind(stored, DateTimeKind.Utc)
        );
}
