using System.Globalization;
using System.Linq.Expressions;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Plimsoll.Web.Platform.Store;

/// <summary>
/// Searching and sorting differ between the databases in case and language, so texts to be found are kept a second
/// time in one plain form: lower case, without accents (<c>Tomás Neves</c> is <c>tomas neves</c>).
/// </summary>
public static class SearchKeys
{
    /// <summary>The column that holds the plain form; use <c>EF.Property&lt;string&gt;(x, SearchKeys.Column)</c>.</summary>
    public const string Column = "SearchKey";
    private const int Limit = 400;
    private const string SourceAnnotation = "Plimsoll:SearchSource";

    public static void HasSearchKey<T>(
        this EntityTypeBuilder<T> builder,
        Expression<Func<T, string?>> source
    )
        where T : class
    {
        var name = ((MemberExpression)source.Body).Member.Name;
        builder.Property<string>(Column).HasMaxLength(Limit);
        builder.HasIndex(Column);
        builder.Metadata.SetAnnotation(SourceAnnotation, name);
    }

    /// <summary>The plain form of a text, for storing and for asking.</summary>
    public static string Plain(string? text, int limit = Limit)
    {
        if (string.IsNullOrWhiteSpace(text))
            return "";
        var plain = new StringBuilder(text.Length);
        foreach (var c in Storable(text).Trim().Normalize(NormalizationForm.FormKD))
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                plain.Append(char.ToLowerInvariant(c));
        var result = plain.ToString().Normalize(NormalizationForm.FormC).Replace('ё', 'е');
        return result.Length > limit ? result[..limit] : result;
    }

    /// <summary>Without what no database keeps and nobody has typed: control characters, halves of a surrogate pair.</summary>
    public static string Storable(string text)
    {
        if (
            !text.AsSpan().ContainsAnyInRange('\0', '\u001F')
            && !text.AsSpan().ContainsAnyInRange('\u007F', '\u009F')
            && !text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF')
        )
            return text;
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            kept.Append(Rune.IsControl(rune) ? " " : rune.ToString());
        return kept.ToString();
    }

    /// <summary>Those whose plain form is like the pattern.</summary>
    public static IQueryable<T> FoundBy<T>(this IQueryable<T> things, string pattern)
        where T : class =>
        things.Where(t => EF.Functions.Like(EF.Property<string>(t, Column), pattern, "\\"));

    /// <summary>A pattern for <c>EF.Functions.Like(column, pattern, "\\")</c> that finds the text anywhere.</summary>
    public static string Anywhere(string text) => "%" + Escaped(Plain(text)) + "%";

    /// <summary>The text with what <c>LIKE</c> would read as a sign of its own made plain.</summary>
    public static string Escaped(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("%", "\\%", StringComparison.Ordinal)
            .Replace("_", "\\_", StringComparison.Ordinal);

    internal static void Fill(EntityEntry entry)
    {
        if (entry.State is not (EntityState.Added or EntityState.Modified))
            return;
        if (entry.Metadata.FindAnnotation(SourceAnnotation)?.Value is string source)
            entry.Property(Column).CurrentValue = Plain(
                entry.Property(source).CurrentValue as string
            );
    }
}
