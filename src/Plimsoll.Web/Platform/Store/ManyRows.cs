using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Plimsoll.Web.Platform.Store;

/// <summary>
/// Saves new rows by the thousand, many with each statement and the statement prepared once; a row at a time, as a save
/// does it, an import of a hundred thousand cells would take minutes. Within the caller's transaction.
/// </summary>
public static class ManyRows
{
    /// <summary>Saves the new things of this kind that wait to be saved, and lets go of them.</summary>
    public static async Task SaveMany<T>(this PlimsollDb db, CancellationToken ct)
        where T : class
    {
        var entries = db
            .ChangeTracker.Entries<T>()
            .Where(e => e.State == EntityState.Added)
            .ToList();
        if (entries.Count == 0)
            return;
        var type = db.Model.FindEntityType(typeof(T))!;
        // Keys that count up are given by the database.
        var columns = type.GetProperties()
            .Where(p => p.ValueGenerated != ValueGenerated.OnAdd || p.ClrType != typeof(long))
            .ToList();
        DbCommand? command = null;
        foreach (var portion in entries.Chunk(db.RowsAtOnce))
        {
            if (command is null || portion.Length < db.RowsAtOnce)
            {
                if (command is not null)
                    await command.DisposeAsync();
                command = await Prepare(db, type, columns, portion.Length, ct);
            }
            var at = 0;
            foreach (var entry in portion)
            foreach (var column in columns)
                command.Parameters[at++].Value =
                    Stored(column, entry.CurrentValues[column]) ?? DBNull.Value;
            _ = await command.ExecuteNonQueryAsync(ct);
        }
        await command!.DisposeAsync();
        foreach (var entry in entries)
            entry.State = EntityState.Detached;
    }

    private static async Task<DbCommand> Prepare(
        PlimsollDb db,
        IEntityType type,
        List<IProperty> columns,
        int rows,
        CancellationToken ct
    )
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        var names = string.Join(", ", columns.Select(c => $"\"{c.GetColumnName()}\""));
        var values = new List<string>(rows);
        for (var row = 0; row < rows; row++)
        {
            var cells = new string[columns.Count];
            for (var i = 0; i < columns.Count; i++)
            {
                cells[i] = string.Create(
                    CultureInfo.InvariantCulture,
                    $"@p{row * columns.Count + i}"
                );
                _ = command.Parameters.Add(
                    columns[i]
                        .GetRelationalTypeMapping()
                        .CreateParameter(command, cells[i], null, nullable: true)
                );
            }
            values.Add($"({string.Join(", ", cells)})");
        }
#pragma warning disable CA2100 // The names come from the model, the values are parameters.
        command.CommandText =
            $"INSERT INTO \"{type.GetTableName()}\" ({names}) VALUES {string.Join(", ", values)}";
#pragma warning restore CA2100
        await command.PrepareAsync(ct);
        return command;
    }

    private static object? Stored(IProperty column, object? value) =>
        column.GetRelationalTypeMapping().Converter is { } converter
            ? converter.ConvertToProvider(value)
            : value;
}
