using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Load;

namespace Plimsoll.Web.Load.Queries;

public enum BoardRows
{
    People,
    Projects,
}

public enum BoardGrouping
{
    Team,
    Role,
    None,
}

/// <summary>Which rows to keep by how full they are in the weeks shown.</summary>
public enum BoardState
{
    /// <summary>Over the line in some week.</summary>
    Over,

    /// <summary>With room in every week that has nominal time.</summary>
    Under,

    /// <summary>With at least <see cref="BoardView.FreeHours"/> free in some week.</summary>
    Free,
}

public enum BoardSort
{
    Name,
    Load,
    Free,
}

/// <summary>
/// What someone looks at on the board: all of it stands in the address, so that a link shows the same thing.
/// A value that is not understood falls back to its default.
/// </summary>
public sealed record BoardView
{
    public const int OpenAtMost = 50;

    private static readonly int[] Lengths = [4, 8, 12, 26, 52];

    public required Week From { get; init; }
    public int Weeks { get; init; } = 8;
    public PlanUnit Unit { get; init; }
    public BoardRows Rows { get; init; }
    public BoardGrouping Group { get; init; }
    public TeamId? Team { get; init; }
    public RoleId? Role { get; init; }
    public ClientId? Client { get; init; }
    public ProjectId? Project { get; init; }
    public Certainty? Certainty { get; init; }
    public BoardState? State { get; init; }
    public int FreeHours { get; init; } = 8;
    public string Search { get; init; } = "";
    public BoardSort Sort { get; init; }

    /// <summary>The rows that are opened: people, or projects when the board is turned round.</summary>
    public IReadOnlyList<Guid> Open { get; init; } = [];

    public static IReadOnlyList<int> LengthsOffered => Lengths;

    public Week Last => From.Plus(Weeks - 1);

    /// <summary>Whether anything narrows the rows down.</summary>
    public bool IsFiltered =>
        Team is not null
        || Role is not null
        || Client is not null
        || Project is not null
        || Certainty is not null
        || State is not null
        || Search.Length > 0;

    /// <summary>The view of a query string, with or without its question mark.</summary>
    public static BoardView Read(string? query, Week today, PlanUnit preferred)
    {
        var words = QueryHelpers.ParseQuery(query);
        string? Word(string name) => words.TryGetValue(name, out var value) ? value[^1] : null;
        var weeks = Number(Word("weeks"), 8);
        var search = (Word("q") ?? "").Trim();
        return new BoardView
        {
            From = Week.TryParse(Word("from"), out var from) && Era.Holds(from, 52) ? from : today,
            Weeks = Array.IndexOf(Lengths, weeks) >= 0 ? weeks : 8,
            Unit = One(Word("unit"), preferred),
            Rows = One(Word("rows"), BoardRows.People),
            Group = One(Word("group"), BoardGrouping.Team),
            Team = Id<TeamId>(Word("team")),
            Role = Id<RoleId>(Word("role")),
            Client = Id<ClientId>(Word("client")),
            Project = Id<ProjectId>(Word("project")),
            Certainty = Maybe<Certainty>(Word("certainty")),
            State = Maybe<BoardState>(Word("state")),
            FreeHours = Math.Clamp(Number(Word("free"), 8), 1, 168),
            Search = search.Length > 100 ? search[..100] : search,
            Sort = One(Word("sort"), BoardSort.Name),
            Open = [.. Guids(Word("open")).Take(OpenAtMost)],
        };
    }

    /// <summary>The query string without its question mark; what is as usual is left out.</summary>
    /// <param name="follows">Leaves out the first week too: whoever opens it later sees the week that is present then.</param>
    public string Write(PlanUnit preferred, bool follows = false)
    {
        var text = new StringBuilder();
        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
                text.Append(text.Length == 0 ? "" : "&")
                    .Append(name)
                    .Append('=')
                    .Append(Uri.EscapeDataString(value));
        }
        void Unless<T>(string name, T value, T usual)
            where T : struct, Enum
        {
            if (!value.Equals(usual))
                Add(name, Word(value));
        }
        Add("from", follows ? null : From.ToString());
        Add("weeks", Weeks == 8 ? null : Weeks.ToString(CultureInfo.InvariantCulture));
        Unless("unit", Unit, preferred);
        Unless("rows", Rows, BoardRows.People);
        Unless("group", Group, BoardGrouping.Team);
        Add("team", Team?.ToString());
        Add("role", Role?.ToString());
        Add("client", Client?.ToString());
        Add("project", Project?.ToString());
        Add("certainty", Certainty is { } certainty ? Word(certainty) : null);
        Add("state", State is { } state ? Word(state) : null);
        if (State is BoardState.Free && FreeHours != 8)
            Add("free", FreeHours.ToString(CultureInfo.InvariantCulture));
        Add("q", Search);
        Unless("sort", Sort, BoardSort.Name);
        Add("open", string.Join(',', Open));
        return text.ToString();
    }

    /// <summary>Whether a query string names no first week, so that it opens on the present one.</summary>
    public static bool Follows(string query) => !QueryHelpers.ParseQuery(query).ContainsKey("from");

    /// <summary>Rows that are named in an address, in their order.</summary>
    public static IEnumerable<Guid> Guids(string? text) =>
        (text ?? "")
            .Split(',', StringSplitOptions.RemoveEmptyEntries)
            .Select(part => Guid.TryParse(part, out var id) ? id : (Guid?)null)
            .OfType<Guid>()
            .Distinct();

    private static int Number(string? text, int otherwise) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : otherwise;

    private static T? Maybe<T>(string? text)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
            if (string.Equals(text, value.ToString(), StringComparison.OrdinalIgnoreCase))
                return value;
        return null;
    }

    private static T One<T>(string? text, T otherwise)
        where T : struct, Enum => Maybe<T>(text) ?? otherwise;

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static T? Id<T>(string? text)
        where T : struct, IId<T> => Guid.TryParse(text, out var id) ? T.From(id) : null;
}
