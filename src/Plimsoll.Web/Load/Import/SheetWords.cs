using System.Text.RegularExpressions;
using Plimsoll.Web.Platform.Text;

namespace Plimsoll.Web.Load.Import;

/// <summary>What agencies write in load sheets in English, Russian and Chinese, apart from names and numbers.</summary>
public static partial class SheetWords
{
    /// <summary>Time away, when the whole label says so: "Vacation", not "Vacation campaign".</summary>
    public static AwayKind? Away(string label)
    {
        AwayKind? kind = null;
        foreach (var part in Parts(label))
        {
            AwayKind? one =
                Vacation().IsMatch(part) ? AwayKind.Vacation
                : Sick().IsMatch(part) ? AwayKind.Sick
                : Holiday().IsMatch(part) ? AwayKind.PublicHoliday
                : OtherAway().IsMatch(part) ? AwayKind.Other
                : null;
            if (one is null)
                return null;
            kind ??= one;
        }
        return kind;
    }

    /// <summary>The agency's own work, when the whole label says so.</summary>
    public static bool IsInternal(string label) => InternalWork().IsMatch(PlainForm.Of(label));

    /// <summary>A row or column that adds up others.</summary>
    public static bool IsTotal(string label) =>
        Total().IsMatch(PlainForm.Of(label).TrimEnd(':', '.', '=', ' ', '%'));

    /// <summary>"Total design": what it adds up is named too.</summary>
    public static bool BeginsTotal(string label) => TotalOf().IsMatch(PlainForm.Of(label));

    /// <summary>A state or a legend in words.</summary>
    public static FillMeaning? Meaning(string words)
    {
        var plain = PlainForm.Of(words);
        return SaysTentative().IsMatch(plain) ? FillMeaning.Tentative
            : SaysInternal().IsMatch(plain) ? FillMeaning.Internal
            : SaysAway().IsMatch(plain) || Away(words) is not null ? FillMeaning.Away
            : SaysConfirmed().IsMatch(plain) ? FillMeaning.Confirmed
            : null;
    }

    private static IEnumerable<string> Parts(string label) =>
        Brackets()
            .Replace(PlainForm.Of(label), " ")
            .Split(['/', ',', '+', '&', ';'], StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.Trim(' ', '.', '!', '-', '*', ':'))
            .Where(part => part.Length > 0);

    [GeneratedRegex(@"\([^)]*\)")]
    private static partial Regex Brackets();

    [GeneratedRegex(
        @"^(?:vacations?|annual leave|(?:paid |unpaid )?leave|pto|time off|days? off|отпуск(?: за свой счет)?|отпуска|отгулы?|休假|年假|假期|请假|调休)$"
    )]
    private static partial Regex Vacation();

    [GeneratedRegex(@"^(?:sick(?: ?leave| days?)?|ill(?:ness)?|болеет|болезнь|больничный|病假)$")]
    private static partial Regex Sick();

    [GeneratedRegex(
        @"^(?:(?:public |bank |national )?holidays?|праздники?|праздничны[ей] дн?и?(?:ень)?|выходные|公共假期|公众假期|节假日|法定(?:节)?假日|放假)$"
    )]
    private static partial Regex Holiday();

    [GeneratedRegex(
        @"^(?:away|absent|absences?|out of office|ooo|(?:parental|maternity|paternity) leave|отсутств(?:ие|ует|ия)|декрет|не работает|外出|缺勤|缺席|不在|产假)$"
    )]
    private static partial Regex OtherAway();

    [GeneratedRegex(
        @"^(?:internal(?: (?:tasks?|work|meetings?|projects?|time))?|agency (?:meetings?|tasks?|work|time)|внутренн(?:ие|яя|ее|ий)(?: (?:задачи|задача|работа|работы|встречи|проекты?|время|дела))?|内部(?:任务|会议|工作|项目|事务)?)$"
    )]
    private static partial Regex InternalWork();

    [GeneratedRegex(
        @"^(?:(?:grand |team |sub-?)?totals?|sum|nominal|load|total load|free|available|availability|capacity|utili[sz]ation|average|итого|всего|сумма|итог|номинал|норма|загрузка|общая загрузка|свободно|остаток|доступно|среднее|合计|总计|小计|总和|总负荷|负荷|空闲|剩余|可用|平均)$"
    )]
    private static partial Regex Total();

    [GeneratedRegex(@"^(?:(?:sub-?)?total|итого|всего)(?!\p{L})|^(?:合计|总计|小计)")]
    private static partial Regex TotalOf();

    [GeneratedRegex(
        @"tentativ|not (?:yet )?confirmed|unconfirmed|to be confirmed|\btb[cd]\b|awaiting|pending|maybe|perhaps|\bsoft\b|\bhold\b|\bpitch\b|предвар|не ?подтвержд|под вопросом|возможн|вероятн|ожида|бронь|待定|待确认|未定|未确认|未确定|暂定|意向|预留"
    )]
    private static partial Regex SaysTentative();

    [GeneratedRegex(@"internal|внутр|内部")]
    private static partial Regex SaysInternal();

    [GeneratedRegex(
        @"vacation|absen|\baway\b|\bsick\b|holiday|day off|time off|отпуск|отсутств|больничн|праздник|выходн|休假|假期|病假|年假|缺勤|放假"
    )]
    private static partial Regex SaysAway();

    [GeneratedRegex(
        @"confirm|booked|\bfirm\b|\bhard\b|\bfixed\b|approved|подтвержд|утвержд|точно|согласован|确认|已定|确定"
    )]
    private static partial Regex SaysConfirmed();
}
