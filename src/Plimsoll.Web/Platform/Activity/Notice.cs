using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Platform.Activity;

/// <summary>
/// Something a person is told in the product. Written in the same save as what it tells of. Its sentence is the text
/// <c>notice.</c> + kind, filled with its words when it is read, in the reader's language.
/// </summary>
public sealed class Notice
{
    public const int LinkLimit = 500;

    private Notice() { }

    public Guid Id { get; private set; }
    public PersonId Person { get; private set; }
    public string Kind { get; private set; } = "";

    /// <summary>JSON: the words of the sentence, and of the lines below it (<see cref="NoticeWords{T}"/>).</summary>
    public string Words { get; private set; } = "{}";

    /// <summary>The page it speaks of.</summary>
    public string? Link { get; private set; }
    public DateTime At { get; private set; }
    public DateTime? Read { get; private set; }

    public static Notice To<T>(
        PersonId person,
        string kind,
        NoticeWords<T> words,
        string? link,
        DateTime now
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            Person = person,
            Kind = kind,
            Words = JsonSerializer.Serialize(words, FactJson.Options),
            Link = link,
            At = now,
        };
}

/// <summary>What a notice says: the words of its sentence, and those of each line below it.</summary>
public sealed record NoticeWords<T>(T Sentence, IReadOnlyList<object> Lines);

public static class NoticeTables
{
    public static DbSet<Notice> Notices(this PlimsollDb db) => db.Set<Notice>();
}

internal sealed class NoticeMapping : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> builder)
    {
        builder.ToTable("notices");
        builder.HasKey(n => n.Id);
        builder.Property(n => n.Id).ValueGeneratedNever();
        builder.Property(n => n.Kind).HasMaxLength(80);
        builder.Property(n => n.Link).HasMaxLength(Notice.LinkLimit);
        builder.HasIndex(n => new { n.Person, n.Read });
    }
}
