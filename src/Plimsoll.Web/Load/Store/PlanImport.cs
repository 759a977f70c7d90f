using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;
using Plimsoll.Web.Load.Import;

namespace Plimsoll.Web.Load.Store;

/// <summary>
/// A spreadsheet that somebody brought: the file as it came, what she answered about it, and what became of it. It is
/// kept from the first moment on, so that nothing is lost by leaving the page.
/// </summary>
public sealed class PlanImport
{
    public const int FileNameLimit = 200;
    public const int TroubleLimit = 2000;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public PersonId By { get; init; }
    public DateTime At { get; init; }

    /// <summary>The day it was brought: years that the sheet leaves out are read from it, today and next month alike.</summary>
    public DateOnly Day { get; init; }
    public required string FileName { get; init; }
    public required byte[] File { get; init; }

    /// <summary>JSON of <see cref="ImportAnswers"/>.</summary>
    public required string Answers { get; set; }
    public ImportState State { get; private set; }

    /// <summary>Which running program is at work on it, and since when.</summary>
    public string? Runner { get; private set; }
    public DateTime? StartedAt { get; private set; }

    /// <summary>Why the last try came to nothing, in the words of the one who tried.</summary>
    public string? Trouble { get; private set; }

    /// <summary>The number that all of its facts carry.</summary>
    public Guid? Batch { get; private set; }

    /// <summary>JSON of <see cref="ImportResult"/>.</summary>
    public string? Result { get; private set; }

    /// <summary>JSON of <see cref="ImportTrail"/>: what it made, and what was there before.</summary>
    public string? Trail { get; private set; }
    public int Version { get; private set; }

    public bool IsAtWork => State is ImportState.Applying or ImportState.Undoing;

    public Refusal? Start(bool undo, string runner, DateTime now)
    {
        if (State != (undo ? ImportState.Applied : ImportState.Draft))
            return undo ? new ImportIsNotApplied() : new ImportIsNoDraft();
        State = undo ? ImportState.Undoing : ImportState.Applying;
        (Runner, StartedAt, Trouble) = (runner, now, null);
        return null;
    }

    /// <summary>Back to where it was before work on it began.</summary>
    public void PutBack(string? trouble)
    {
        State = State is ImportState.Undoing ? ImportState.Applied : ImportState.Draft;
        (Runner, StartedAt) = (null, null);
        Trouble = trouble?.Length > TroubleLimit ? trouble[..TroubleLimit] : trouble;
    }

    public void Applied(Guid batch, string result, string trail)
    {
        (State, Batch, Result, Trail) = (ImportState.Applied, batch, result, trail);
        (Runner, StartedAt) = (null, null);
    }

    public void Undone(string result)
    {
        (State, Result) = (ImportState.Undone, result);
        (Runner, StartedAt) = (null, null);
    }
}

internal sealed class PlanImportMapping : IEntityTypeConfiguration<PlanImport>
{
    public void Configure(EntityTypeBuilder<PlanImport> builder)
    {
        builder.ToTable("plan_imports");
        builder.HasKey(i => i.Id);
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.FileName).HasMaxLength(PlanImport.FileNameLimit);
        builder.Property(i => i.Runner).HasMaxLength(200);
        builder.Property(i => i.Trouble).HasMaxLength(PlanImport.TroubleLimit);
        builder.Ignore(i => i.IsAtWork);
        builder
            .HasOne<Person>()
            .WithMany()
            .HasForeignKey(i => i.By)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(i => new { i.By, i.At });
    }
}
