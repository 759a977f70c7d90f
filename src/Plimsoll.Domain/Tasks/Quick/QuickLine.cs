using System.Text.RegularExpressions;
using Plimsoll.Domain.Kernel;

namespace Plimsoll.Domain.Tasks.Quick;

/// <summary>
/// A task from one line, as people write it: "Banner texts for Halva tomorrow 3h @name #content", in English, Russian or
/// Chinese. A pure rule: what it may name is handed to it, and nothing is understood that it could not name.
/// </summary>
public static partial class QuickLine
{
    /// <param name="today">The day that "tomorrow" follows.</param>
    /// <param name="me">Whom "@me" means.</param>
    /// <param name="names">The people, clients, projects and streams that may be meant.</param>
    /// <param name="within">The project that is meant when the line names none.</param>
    /// <param name="chosen">The project that has been chosen already, whatever the line says.</param>
    /// <param name="leave">What is not to be understood in this line: its words stay in the title.</param>
    public static QuickTask Read(
        string? line,
        DateOnly today,
        PersonId me,
        IReadOnlyList<QuickName> names,
        IReadOnlyCollection<QuickField>? leave = null,
        ProjectId? within = null,
        ProjectId? chosen = null
    )
    {
        var reading = new Reading(new TypedLine(line), me, names, leave ?? []);
        reading.Signs();
        reading.Hours();
        reading.Days(today);
        reading.Priority();
        reading.Sentence();
        return reading.Told(within, chosen);
    }

    private sealed class Reading(
        TypedLine line,
        PersonId me,
        IReadOnlyList<QuickName> names,
        IReadOnlyCollection<QuickField> leave
    )
    {
        private readonly List<QuickPart> _parts = [];
        private readonly List<QuickDoubt> _doubts = [];
        private DateOnly? _due;
        private Minutes? _estimate;
        private TaskPriority? _priority;
        private PersonId? _responsible;
        private IReadOnlyList<QuickName> _streams = [];
        private IReadOnlyList<QuickName> _projects = [];
        private QuickName? _client;
        private QuickPart? _projectPart;

        /// <summary>@person, #stream or project.</summary>
        public void Signs()
        {
            var plain = line.Plain;
            for (var i = 0; i < plain.Length - 1; i++)
                if (plain[i] is '@' or '#' && (i == 0 || !IsLatin(plain[i - 1])))
                {
                    if (plain[i] == '@')
                        Person(plain, i);
                    else
                        Work(plain, i);
                    plain = line.Plain;
                }
        }

        private void Person(string plain, int at)
        {
            if (_responsible is not null || leave.Contains(QuickField.Responsible))
                return;
            if (Myself().Match(plain, at + 1) is { Success: true } self && self.Index == at + 1)
            {
                _responsible = me;
                Take(QuickField.Responsible, at, 1 + self.Length);
                return;
            }
            var found = QuickNames.At(plain, at + 1, Of(QuickKind.Person), loosely: true);
            if (found is not { } named)
            {
                Nobody(QuickField.Responsible, plain, at);
                return;
            }
            Take(QuickField.Responsible, at, 1 + named.Length);
            if (named.Names is [var one])
                _responsible = new PersonId(one.Id);
            else
                Doubt(QuickField.Responsible, named.Names);
        }

        private void Work(string plain, int at)
        {
            if (leave.Contains(QuickField.Stream) && leave.Contains(QuickField.Project))
                return;
            var kinds = names.Where(n => n.Kind is not QuickKind.Person);
            if (QuickNames.At(plain, at + 1, kinds, loosely: true) is not { } found)
            {
                Nobody(QuickField.Stream, plain, at);
                return;
            }
            List<QuickName> streams = [.. found.Names.Where(n => n.Kind is QuickKind.Stream)];
            List<QuickName> projects = [.. found.Names.Where(n => n.Kind is QuickKind.Project)];
            if (streams.Count > 0 && _streams.Count == 0 && !leave.Contains(QuickField.Stream))
            {
                _streams = streams;
                Take(QuickField.Stream, at, 1 + found.Length);
            }
            else if (!leave.Contains(QuickField.Project) && _projectPart is null)
            {
                _projects = projects;
                _client = projects.Count == 0 ? found.Names[0] : null;
                _projectPart = Take(QuickField.Project, at, 1 + found.Length);
            }
        }

        public void Hours()
        {
            if (leave.Contains(QuickField.Estimate) || QuickHours.Last(line.Plain) is not { } found)
                return;
            _estimate = new Minutes(found.Minutes);
            Take(QuickField.Estimate, found.Start, found.Length);
        }

        public void Days(DateOnly today)
        {
            if (
                leave.Contains(QuickField.Due) || QuickDays.Last(line.Plain, today) is not { } found
            )
                return;
            _due = found.Day;
            Take(QuickField.Due, found.Start, found.Length);
        }

        public void Priority()
        {
            if (
                leave.Contains(QuickField.Priority)
                || Weight().Match(line.Plain) is not { Success: true } found
            )
                return;
            _priority = found.Value == "!" ? TaskPriority.High : TaskPriority.Urgent;
            Take(QuickField.Priority, found.Index, found.Length);
        }

        /// <summary>A client or project that is named in the sentence: "for Halva", "для Халвы", "给Halva".</summary>
        public void Sentence()
        {
            if (_projectPart is not null || leave.Contains(QuickField.Project))
                return;
            var plain = line.Plain;
            List<QuickName> work =
            [
                .. names.Where(n => n.Kind is QuickKind.Client or QuickKind.Project),
            ];
            foreach (Match before in For().Matches(plain))
                if (
                    QuickNames.At(plain, before.Index + before.Length, work, loosely: false) is
                    { } named
                )
                {
                    var of = plain
                        .AsSpan(before.Index + before.Length + named.Length)
                        .StartsWith("的")
                        ? 1
                        : 0;
                    Means(
                        named,
                        Take(QuickField.Project, before.Index, before.Length + named.Length + of)
                    );
                    return;
                }
            for (var i = 0; i < plain.Length; i++)
                if (
                    (
                        i == 0
                        || QuickNames.IsHan(plain[i])
                        || QuickNames.IsHan(plain[i - 1])
                        || IsBefore(plain[i - 1])
                    )
                    && char.IsLetterOrDigit(plain[i])
                    && QuickNames.At(plain, i, work, loosely: false) is { } bare
                    && IsWhole(plain, i, bare)
                )
                {
                    // A name that the sentence needs stays in it.
                    line.Hold(i, bare.Length);
                    var part = new QuickPart(QuickField.Project, i, bare.Length, InTitle: true);
                    _parts.Add(part);
                    Means(bare, part);
                    return;
                }
        }

        /// <summary>Without a sign or a "for", only a whole name is one; a word of it may be any word.</summary>
        private static bool IsWhole(string plain, int at, QuickNames.Found found) =>
            found.Names.Any(n =>
                found.Length >= (QuickNames.IsHan(plain[at]) ? 2 : 3)
                && TypedLine.Folded(n.Name).Length == found.Length
                && plain.AsSpan(at, found.Length).SequenceEqual(TypedLine.Folded(n.Name))
            );

        private void Means(QuickNames.Found named, QuickPart part)
        {
            _projects = [.. named.Names.Where(n => n.Kind is QuickKind.Project)];
            // Where a client and a project of hers have one name, the project is meant.
            _client = _projects.Count == 0 ? named.Names[0] : null;
            _projectPart = part;
        }

        public QuickTask Told(ProjectId? within, ProjectId? chosen)
        {
            var project = chosen is { } id
                ? Of(QuickKind.Project).FirstOrDefault(p => p.Id == id.Value)
                : Project() ?? Known(within);
            List<QuickName> stream =
            [
                .. _streams.Where(s => project is null || s.Of == project.Id),
            ];
            if (_streams.Count > 0 && stream.Count != 1)
                Doubt(QuickField.Stream, stream.Count == 0 ? _streams : stream);
            return new QuickTask(
                line.Title(),
                _due,
                _estimate,
                _priority,
                _responsible,
                project is null ? null : new ProjectId(project.Id),
                project is not null && stream is [var only] ? new StreamId(only.Id) : null,
                project is null && _client is { } client ? new ClientId(client.Id) : null,
                [.. _parts.OrderBy(p => p.Start)],
                _doubts
            );
        }

        /// <summary>The project that was named; else the only one of the client; else the one of the stream.</summary>
        private QuickName? Project()
        {
            IReadOnlyList<QuickName> asked = _client is { } client
                ? [.. Of(QuickKind.Project).Where(p => p.Of == client.Id)]
                : _projects;
            // Of several the stream may tell which.
            var ofStream = Of(QuickKind.Project).Where(p => _streams.Any(s => s.Of == p.Id));
            if (_projectPart is null)
                return ofStream.ToList() is [var only] ? only : null;
            if (asked is [var one])
                return one;
            if (asked.Where(p => ofStream.Contains(p)).ToList() is [var told])
                return told;
            Doubt(QuickField.Project, asked);
            return null;
        }

        /// <summary>Where nothing else is said; a client that is named says something else.</summary>
        private QuickName? Known(ProjectId? project) =>
            project is { } id && (_projectPart is null || _projects.Any(p => p.Id == id.Value))
                ? Of(QuickKind.Project).FirstOrDefault(p => p.Id == id.Value)
                : null;

        private IEnumerable<QuickName> Of(QuickKind kind) => names.Where(n => n.Kind == kind);

        private QuickPart Take(QuickField field, int start, int length)
        {
            line.Take(start, length);
            var part = new QuickPart(field, start, length);
            _parts.Add(part);
            return part;
        }

        /// <summary>Nobody is called so: it stays in the title.</summary>
        private void Nobody(QuickField field, string plain, int at)
        {
            if (QuickNames.Token(plain, at + 1) is > 0 and var length)
                _doubts.Add(new QuickDoubt(field, line.Typed(at, 1 + length), []));
        }

        private void Doubt(QuickField field, IReadOnlyList<QuickName> candidates)
        {
            var part = _parts.Find(p => p.Field == field);
            if (part is not null)
                _doubts.Add(new QuickDoubt(field, line.Typed(part.Start, part.Length), candidates));
        }

        /// <summary>What a word may follow; an address or a sign is none.</summary>
        private static bool IsBefore(char c) =>
            !char.IsLetterOrDigit(c) && c is not ('@' or '#' or '.' or '/' or '_');

        private static bool IsLatin(char c) => char.IsAsciiLetterOrDigit(c);
    }

    [GeneratedRegex(@"(?:me|я|меня|мне|我|自己)(?!\w)|(?:我|自己)", RegexOptions.CultureInvariant)]
    private static partial Regex Myself();

    [GeneratedRegex(
        @"(?<!\S)!{1,3}(?!\S)|(?<!\w)(?:urgent|asap|срочно)(?!\w)|紧急|加急",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Weight();

    [GeneratedRegex(@"(?<!\w)(?:for|для|по|к)[ ]+|(?:给|为|帮)[ ]?", RegexOptions.CultureInvariant)]
    private static partial Regex For();
}
