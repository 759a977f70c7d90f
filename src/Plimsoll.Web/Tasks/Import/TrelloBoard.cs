using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Sheets;

namespace Plimsoll.Web.Tasks.Import;

/// <summary>
/// Reads a board as Trello exports it: lists are states, the first member is responsible and the others help, labels say
/// what kind of work it is. What was put away without being done is dropped.
/// </summary>
internal static class TrelloBoard
{
    private const int Deepest = 64;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        MaxDepth = Deepest,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
    };

    public static Outcome<FoundTasks> Read(
        ReadOnlyMemory<byte> file,
        SheetLimits limits,
        TaskFileHints hints
    )
    {
        Board? board;
        try
        {
            board = JsonSerializer.Deserialize<Board>(file.Span, Options);
        }
        catch (JsonException)
        {
            return new SheetIsBroken();
        }
        if (board?.Cards is not { } cards || board.Lists is null)
            return new NotAFileOfTasks();
        return cards.Count > limits.Rows
            ? new SheetHasTooManyRows(limits.Rows)
            : new Reading(board, hints).Read();
    }

    private sealed class Reading(Board board, TaskFileHints hints)
    {
        private readonly Dictionary<string, List> _lists = ById(board.Lists!, l => l.Id);
        private readonly Dictionary<string, Member> _members = ById(board.Members, m => m.Id);
        private readonly Dictionary<string, Label> _labels = ById(board.Labels, l => l.Id);
        private readonly ILookup<string, Checklist> _checklists = (board.Checklists ?? [])
            .Where(c => c?.IdCard is not null)
            .OrderBy(c => c.Pos)
            .ToLookup(c => c.IdCard!);
        private readonly ILookup<string, BoardAction> _comments = (board.Actions ?? [])
            .Where(a => a is { Type: "commentCard", Data: { Card.Id: not null, Text: not null } })
            .OrderBy(a => a.Date)
            .ToLookup(a => a.Data!.Card!.Id!);
        private readonly List<SheetProblem> _problems = [];

        public FoundTasks Read()
        {
            var tasks = board
                .Cards!.Select((card, at) => (Card: card, At: at))
                .Where(c => c.Card is not null)
                .OrderBy(c =>
                    _lists.GetValueOrDefault(c.Card.IdList ?? "")?.Pos ?? decimal.MaxValue
                )
                .ThenBy(c => c.Card.Pos)
                .Select(c => Task(c.Card, new CellAddress(c.At + 1, 1)))
                .OfType<FoundTask>()
                .ToList();
            return new FoundTasks
            {
                Source = TaskSource.Trello,
                Tasks = tasks,
                Problems = _problems,
            };
        }

        private FoundTask? Task(Card card, CellAddress at)
        {
            if (string.IsNullOrWhiteSpace(card.Name))
            {
                _problems.Add(
                    SheetProblem.Note(at, TaskProblem.RowWithoutTitle, card.Desc ?? card.Id ?? "")
                );
                return null;
            }
            var list = _lists.GetValueOrDefault(card.IdList ?? "");
            var people = (card.IdMembers ?? [])
                .Select(m => _members.GetValueOrDefault(m ?? ""))
                .OfType<Member>()
                .Select(m => string.IsNullOrWhiteSpace(m.FullName) ? m.Username : m.FullName)
                .OfType<string>()
                .Where(n => n.Trim().Length > 0)
                .Distinct()
                .ToList();
            return new FoundTask
            {
                At = at,
                Title = card.Name,
                Keys = card.Id is { } id ? [id] : [],
                Project = string.IsNullOrWhiteSpace(board.Name) ? hints.Name : board.Name.Trim(),
                State = list?.Name?.Trim() ?? "",
                IsDone = card.DueComplete,
                IsDropped = (card.Closed || list?.Closed == true) && !IsDoneList(list),
                Responsible = people.FirstOrDefault(),
                Helpers = [.. people.Skip(1)],
                Starts = Day(card.Start, card, at),
                Due = Day(card.Due, card, at),
                Description = Description(card),
                Labels = [.. Labels(card)],
                Checklist = [.. Lines(card)],
                Comments =
                [
                    .. _comments[card.Id ?? ""]
                        .Where(a => !string.IsNullOrWhiteSpace(a.Data!.Text))
                        .Select(a => new FoundComment(
                            a.MemberCreator?.FullName?.Trim() is { Length: > 0 } name ? name : null,
                            a.Date?.UtcDateTime,
                            a.Data!.Text!
                        )),
                ],
            };
        }

        private static bool IsDoneList(List? list) =>
            list?.Name is { } name && StateWords.State(name) is Domain.Tasks.TaskState.Done;

        private IEnumerable<string> Labels(Card card) =>
            (card.IdLabels ?? [])
                .Select(l => _labels.GetValueOrDefault(l ?? ""))
                .OfType<Label>()
                .Select(l => string.IsNullOrWhiteSpace(l.Name) ? l.Color : l.Name.Trim())
                .OfType<string>();

        private IEnumerable<FoundLine> Lines(Card card)
        {
            var lists = _checklists[card.Id ?? ""].ToList();
            foreach (var list in lists)
            foreach (
                var item in (list.CheckItems ?? []).Where(i => i is not null).OrderBy(i => i.Pos)
            )
                if (!string.IsNullOrWhiteSpace(item.Name))
                    yield return new FoundLine(
                        lists.Count > 1 && !string.IsNullOrWhiteSpace(list.Name)
                            ? $"{list.Name}: {item.Name}"
                            : item.Name,
                        item.State == "complete"
                    );
        }

        /// <summary>What is attached lies elsewhere; its links are kept.</summary>
        private static string? Description(Card card)
        {
            var links = (card.Attachments ?? [])
                .Where(a =>
                    Uri.TryCreate(a?.Url, UriKind.Absolute, out var uri)
                    && uri.Scheme is "http" or "https"
                )
                .Select(a =>
                    $"- [{(a.Name ?? a.Url!).Replace("[", "(", StringComparison.Ordinal).Replace("]", ")", StringComparison.Ordinal)}](<{new Uri(a.Url!).AbsoluteUri}>)"
                )
                .ToList();
            var text = card.Desc?.Trim() ?? "";
            return links.Count > 0 ? (text + "\n\n" + string.Join('\n', links)).Trim()
                : text.Length > 0 ? text
                : null;
        }

        private DateOnly? Day(string? moment, Card card, CellAddress at)
        {
            if (string.IsNullOrEmpty(moment))
                return null;
            if (
                DateTimeOffset.TryParse(
                    moment,
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.AssumeUniversal,
                    out var exact
                ) && Era.Holds(DateOnly.FromDateTime(exact.UtcDateTime))
            )
                return DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(exact, hints.Zone).DateTime);
            _problems.Add(
                SheetProblem.Note(at, TaskProblem.DayNotUnderstood, moment) with
                {
                    Where = card.Name,
                }
            );
            return null;
        }

        private static Dictionary<string, T> ById<T>(IReadOnlyList<T>? things, Func<T, string?> id)
            where T : class
        {
            var byId = new Dictionary<string, T>();
            foreach (var thing in things ?? [])
                if (thing is not null && id(thing) is { } key)
                    _ = byId.TryAdd(key, thing);
            return byId;
        }
    }

    private sealed record Board(
        string? Name,
        IReadOnlyList<List>? Lists,
        IReadOnlyList<Label>? Labels,
        IReadOnlyList<Member>? Members,
        IReadOnlyList<Card>? Cards,
        IReadOnlyList<Checklist>? Checklists,
        IReadOnlyList<BoardAction>? Actions
    );

    private sealed record List(string? Id, string? Name, bool Closed, decimal Pos);

    private sealed record Label(string? Id, string? Name, string? Color);

    private sealed record Member(string? Id, string? FullName, string? Username);

    private sealed record Card(
        string? Id,
        string? Name,
        string? Desc,
        string? IdList,
        IReadOnlyList<string?>? IdMembers,
        IReadOnlyList<string?>? IdLabels,
        string? Start,
        string? Due,
        bool DueComplete,
        bool Closed,
        decimal Pos,
        IReadOnlyList<Attachment>? Attachments
    );

    private sealed record Attachment(string? Name, string? Url);

    private sealed record Checklist(
        string? Name,
        string? IdCard,
        decimal Pos,
        IReadOnlyList<CheckItem>? CheckItems
    );

    private sealed record CheckItem(string? Name, string? State, decimal Pos);

    private sealed record BoardAction(
        string? Type,
        DateTimeOffset? Date,
        Member? MemberCreator,
        ActionData? Data
    );

    private sealed record ActionData(string? Text, ActionCard? Card);

    private sealed record ActionCard(string? Id);
}

/// <summary>The file holds no tasks that are known here, whatever else it may be.</summary>
public sealed record NotAFileOfTasks() : SheetRefusal("not-a-file-of-tasks");
