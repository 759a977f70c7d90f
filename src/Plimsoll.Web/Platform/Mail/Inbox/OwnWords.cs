using System.Text.RegularExpressions;

namespace Plimsoll.Web.Platform.Mail.Inbox;

/// <summary>
/// What somebody wrote herself in an answer: without the letter she answers and without her signature, in English, Russian
/// and Chinese programs. Answers written between quoted lines keep what they answer.
/// </summary>
internal static partial class OwnWords
{
    private const int LinesOfHead = 3;
    private const int LongestHead = 300;
    private const int LinesOfSignature = 4;

    public static string In(string letter)
    {
        var lines = letter
            .Replace("\r\n", "\n", StringComparison.Ordinal)
            .Split('\n')
            .Select(l => l.TrimEnd('\r', ' ', '\t', '\u00a0'))
            .ToList();
        CutForwarded(lines);
        CutSignature(lines);
        CutQuoted(lines);
        CutSignature(lines);
        return Gaps().Replace(string.Join('\n', lines).Trim(), "\n\n");
    }

    /// <summary>From here on nothing is hers: the block of heads that Outlook, QQ and others set above the whole old letter.</summary>
    private static void CutForwarded(List<string> lines)
    {
        for (var i = 0; i < lines.Count; i++)
            if (
                Above().IsMatch(lines[i])
                || Divider().IsMatch(lines[i])
                || HeadFrom().IsMatch(lines[i])
                    && lines.Skip(i + 1).Take(4).Any(l => HeadOther().IsMatch(l))
            )
            {
                var from = i > 0 && Rule().IsMatch(lines[i - 1]) ? i - 1 : i;
                lines.RemoveRange(from, lines.Count - from);
                return;
            }
    }

    private static void CutQuoted(List<string> lines)
    {
        for (var i = 0; i < lines.Count; i++)
            if (HeadLength(lines, i) is > 0 and var length)
            {
                var rest = lines.Skip(i + length).ToList();
                if (rest.Any(l => l.Length > 0 && !IsQuoted(l)) && rest.Any(IsQuoted))
                    // She answers below or in between: the old lines are what she speaks of.
                    lines.RemoveRange(i, length);
                else
                    lines.RemoveRange(i, lines.Count - i);
                break;
            }
        while (lines.Count > 0 && (lines[^1].Length == 0 || IsQuoted(lines[^1])))
            lines.RemoveAt(lines.Count - 1);
    }

    /// <summary>How many lines, from this one on, say who wrote when; programs break them as they like.</summary>
    private static int HeadLength(List<string> lines, int at)
    {
        for (var length = 1; length <= LinesOfHead && at + length <= lines.Count; length++)
        {
            var last = lines[at + length - 1];
            if (last.Length is 0 or > LongestHead || IsQuoted(last))
                return 0;
            if (length == 2 && !BeginsHead().IsMatch(lines[at]))
                return 0;
            if (
                WroteHead()
                    .IsMatch(string.Join(' ', lines.Skip(at).Take(length).Select(l => l.Trim())))
            )
                return length;
        }
        return 0;
    }

    private static void CutSignature(List<string> lines)
    {
        var dashes = lines.FindIndex(l => l is "--" or "—");
        if (dashes >= 0 && lines.Skip(dashes).All(l => !IsQuoted(l)))
            lines.RemoveRange(dashes, lines.Count - dashes);
        while (lines.Count > 0 && lines[^1].Length == 0)
            lines.RemoveAt(lines.Count - 1);
        for (var i = Math.Max(0, lines.Count - LinesOfSignature); i < lines.Count; i++)
            if (SentFrom().IsMatch(lines[i]))
            {
                lines.RemoveRange(i, lines.Count - i);
                return;
            }
    }

    private static bool IsQuoted(string line) => line.StartsWith('>');

    [GeneratedRegex(@"^\s*=== .* ===$")]
    private static partial Regex Above();

    [GeneratedRegex(
        @"^\s*[-_=*]{2,}\s*(original message|forwarded message|исходное сообщение|пересылаемое сообщение|переадресованное сообщение|原始邮件|邮件原件|原始郵件|转发邮件|转发的邮件|回复的原邮件)\s*[-_=*]{2,}\s*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Divider();

    [GeneratedRegex(
        @"^\s*\*{0,2}(from|от|от кого|发件人|寄件者|寄件人)\s*[:：]",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex HeadFrom();

    [GeneratedRegex(
        @"^\s*\*{0,2}(sent|date|to|subject|отправлено|дата|кому|тема|发送时间|发送日期|日期|时间|收件人|主题|寄件日期|收件者|主旨)\s*[:：]",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex HeadOther();

    [GeneratedRegex(@"^\s*[-_=]{5,}\s*$")]
    private static partial Regex Rule();

    // "On Mon, 23 Nov 2026 at 10:00, Olga <o@x> wrote:", and what other programs make of it. Somebody who only says that a
    // client writes names no day and no address.
    [GeneratedRegex(
        @"^(?=.*[\d@<])(on\s.{5,250}\swrote\s?:|.{5,250}\s(пишет|писал|писала|написал|написала|написал\(а\)|писал\(а\))\s?:|.{5,250}(写道|寫道)\s?[:：]|\S{1,12},?\s\d{1,2}\s\S{3,10}\s\d{4}\sг\.?.{0,10}\d{1,2}:\d{2},?\s.{3,200}:|\d{1,2}\.\d{1,2}\.\d{4},?\s\d{1,2}:\d{2},?\s.{3,200}:|\p{L}{3,12},\s\d{1,2}\s\p{L}{3,10}\s\d{4}(\sг\.)?,\s\d{1,2}:\d{2}\s.{0,8}от\s.{3,200}:)$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex WroteHead();

    [GeneratedRegex(
        @"^\s*(on\s|在|于|\p{L}{2,12},?\s\d|\d{1,2}\.\d{1,2}\.\d{4}|\d{4}年)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex BeginsHead();

    [GeneratedRegex(
        @"^\s*(sent from my .{2,40}|sent from (outlook|mail|yahoo).{0,60}|get outlook for .{2,40}|отправлено (с|из) .{2,60}|отправлено с моего .{2,40}|发自我的.{1,40}|从我的.{1,30}发送|来自我的.{1,30}|获取\s?outlook.{0,40})$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex SentFrom();

    [GeneratedRegex(@"\n{3,}")]
    private static partial Regex Gaps();
}
