using Plimsoll.Domain.Kernel;

namespace Plimsoll.Web.Platform.Sheets;

/// <summary>A brought file that is not read.</summary>
public abstract record SheetRefusal(string Code) : Refusal(Code)
{
    public override RefusalKind Kind => RefusalKind.Malformed;
    public override string? Field => "file";

    protected static IReadOnlyDictionary<string, object> Say(string name, object value) =>
        new Dictionary<string, object> { [name] = value };
}

/// <summary>The file has more bytes than are taken in; <paramref name="Megabytes"/> is the limit.</summary>
public sealed record SheetIsTooLarge(long Megabytes) : SheetRefusal("sheet-is-too-large")
{
    public override IReadOnlyDictionary<string, object> Words => Say("megabytes", Megabytes);
}

/// <summary>Unpacked, the file would be far larger than it looks.</summary>
public sealed record SheetIsABomb() : SheetRefusal("sheet-is-a-bomb");

/// <summary>The file is packed from more parts than a spreadsheet has.</summary>
public sealed record SheetHasTooManyParts(int Limit) : SheetRefusal("sheet-has-too-many-parts")
{
    public override IReadOnlyDictionary<string, object> Words => Say("limit", Limit);
}

/// <summary>The file carries a program.</summary>
public sealed record SheetHasMacros() : SheetRefusal("sheet-has-macros");

/// <summary>The file is linked with other files, or with a source of figures outside of it.</summary>
public sealed record SheetHasExternalLinks() : SheetRefusal("sheet-has-external-links");

/// <summary>A formula asks another program, file or address.</summary>
public sealed record FormulaReachesOutside(string Sheet, CellAddress Address)
    : SheetRefusal("formula-reaches-outside")
{
    public override IReadOnlyDictionary<string, object> Words =>
        new Dictionary<string, object> { ["sheet"] = Sheet, ["cell"] = Address.ToString() };
}

/// <summary>The file opens with a password only.</summary>
public sealed record SheetIsEncrypted() : SheetRefusal("sheet-is-encrypted");

/// <summary>The file is of a form from before 2007, or the binary one: it has to be saved as .xlsx.</summary>
public sealed record SheetIsOfAnOldForm() : SheetRefusal("sheet-is-of-an-old-form");

/// <summary>The file is neither .xlsx nor .csv, whatever its name says.</summary>
public sealed record NotASpreadsheet() : SheetRefusal("not-a-spreadsheet");

/// <summary>A part of the file defines its own XML entities, which no spreadsheet program does.</summary>
public sealed record SheetHasADtd() : SheetRefusal("sheet-has-a-dtd");

/// <summary>The file is damaged.</summary>
public sealed record SheetIsBroken() : SheetRefusal("sheet-is-broken");

/// <summary>There is nothing in the file.</summary>
public sealed record SheetIsEmpty() : SheetRefusal("sheet-is-empty");

public sealed record SheetHasTooManyRows(int Limit) : SheetRefusal("sheet-has-too-many-rows")
{
    public override IReadOnlyDictionary<string, object> Words => Say("limit", Limit);
}

public sealed record SheetHasTooManyColumns(int Limit) : SheetRefusal("sheet-has-too-many-columns")
{
    public override IReadOnlyDictionary<string, object> Words => Say("limit", Limit);
}

public sealed record SheetHasTooManyCells(int Limit) : SheetRefusal("sheet-has-too-many-cells")
{
    public override IReadOnlyDictionary<string, object> Words => Say("limit", Limit);
}

/// <summary>
/// Carries a refusal out of the depth of a file. The guards stand inside streams and XML readers, which know no
/// other way to stop; <see cref="SheetFile"/> turns it into the value again.
/// </summary>
internal sealed class RefusedFile(Refusal refusal) : Exception(refusal.Code)
{
    public Refusal Refusal { get; } = refusal;
}
