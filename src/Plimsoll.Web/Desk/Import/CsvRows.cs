using System.Globalization;
using Plimsoll.Web.Platform.Settings;
using Sylvan.Data.Csv;

namespace Plimsoll.Web.Desk.Import;

/// <summary>The rows of one CSV file, with its columns found by name; what cannot be read is named by file and line.</summary>
internal sealed class CsvRows
{
    private readonly string _file;
    private readonly CsvDataReader _reader;

    private CsvRows(string file, CsvDataReader reader)
    {
        _file = file;
        _reader = reader;
    }

    /// <summary>Reads every row of a file of the folder.</summary>
    public static List<T> Read<T>(string folder, string name, Func<CsvRows, T> row)
    {
        var file = Path.Combine(folder, name + ".csv");
        if (!File.Exists(file))
            throw new CannotStart($"The data set lacks the file {file}.");
        using var reader = CsvDataReader.Create(file);
        var rows = new CsvRows(file, reader);
        var read = new List<T>();
        while (reader.Read())
            read.Add(row(rows));
        return read;
    }

    public string Text(string column)
    {
        try
        {
            return _reader.GetString(_reader.GetOrdinal(column));
        }
        catch (IndexOutOfRangeException e)
        {
            throw new CannotStart($"The file {_file} lacks the column {column}.", e);
        }
    }

    public int Number(string column) => Optional(column) ?? throw NotRead(column);

    public int? Optional(string column) =>
        Text(column) is not { Length: > 0 } text ? null
        : int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number
        : throw NotRead(column);

    public DateOnly Day(string column) => OptionalDay(column) ?? throw NotRead(column);

    public DateOnly? OptionalDay(string column) =>
        Text(column) is not { Length: > 0 } text ? null
        : DateOnly.TryParseExact(
            text,
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? day
        : throw NotRead(column);

    /// <summary>One of a closed list of words.</summary>
    public T Word<T>(string column, params ReadOnlySpan<(string Word, T Meaning)> words)
    {
        var text = Text(column);
        foreach (var (word, meaning) in words)
            if (word == text)
                return meaning;
        throw NotRead(column);
    }

    private CannotStart NotRead(string column) =>
        new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"The file {_file} has in line {_reader.RowNumber + 1} the value \"{Text(column)}\" for {column}, which is not understood."
            )
        );
}
