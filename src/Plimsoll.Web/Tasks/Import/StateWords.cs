using System.Text.RegularExpressions;
using Plimsoll.Domain.Tasks;
using Plimsoll.Web.Platform.Text;

namespace Plimsoll.Web.Tasks.Import;

/// <summary>What other programs call the states and priorities of tasks, in English, Russian and Chinese.</summary>
public static partial class StateWords
{
    /// <summary>The state that a word most likely means; what is not known is still to do.</summary>
    public static TaskState State(string word)
    {
        var plain = PlainForm.Of(word);
        return Dropped().IsMatch(plain) ? TaskState.Dropped
            : NotDone().IsMatch(plain) ? TaskState.ToDo
            : Done().IsMatch(plain) ? TaskState.Done
            : WithClient().IsMatch(plain) ? TaskState.WithClient
            : InReview().IsMatch(plain) ? TaskState.InReview
            : InWork().IsMatch(plain) ? TaskState.InWork
            : TaskState.ToDo;
    }

    /// <summary><c>null</c> when the word is not known.</summary>
    public static TaskPriority? Priority(string word)
    {
        var plain = PlainForm.Of(word).Trim(' ', '!', '.');
        return Urgent().IsMatch(plain) ? TaskPriority.Urgent
            : High().IsMatch(plain) ? TaskPriority.High
            : Low().IsMatch(plain) ? TaskPriority.Low
            : Normal().IsMatch(plain) ? TaskPriority.Normal
            : null;
    }

    /// <summary>Whether a word in a column of what is done says that it is not.</summary>
    public static bool SaysNo(string word) => No().IsMatch(PlainForm.Of(word));

    [GeneratedRegex(
        @"cancel|reject|declin|dropped|\bснят|won'?t (?:do|fix)|duplicate|abandon|отмен|отклон|отказ|дублик|не будем|取消|拒绝|放弃|作废|重复"
    )]
    private static partial Regex Dropped();

    [GeneratedRegex(
        @"not (?:done|started|yet)|incomplete|uncompleted|undone|не (?:начат|готов|сделан|выполн|закры|завер)|未(?:完成|开始|解决)"
    )]
    private static partial Regex NotDone();

    [GeneratedRegex(
        @"\bdone\b|closed|complete|finished|resolved|shipped|published|готов|сделан|закрыт|завершен|выполнен[аоы]?\b|решен|完成|已关闭|关闭|已解决|解决|结束|发布"
    )]
    private static partial Regex Done();

    [GeneratedRegex(
        @"client|customer|waiting for (?:answer|reply|approval)|approval|feedback|обратная связь|клиент|заказчик|согласован|客户|待确认|待批准"
    )]
    private static partial Regex WithClient();

    [GeneratedRegex(
        @"review|testing|\bqa\b|verif|проверк|ревью|тестирован|контрол|评审|审核|审查|测试|验收"
    )]
    private static partial Regex InReview();

    [GeneratedRegex(
        @"progress|doing|in.work|working|active|started|this week|ongoing|development|в работе|выполняется|делаем|начат|разработк|进行中|处理中|工作中|开发中|本周"
    )]
    private static partial Regex InWork();

    [GeneratedRegex(
        @"^(?:urgent|immediate|highest|blocker|critical|asap|срочн\w*|немедленн\w*|критическ\w*|критичн\w*|блокирующ\w*|наивысш\w*|紧急|立刻|最高|致命|p0)$"
    )]
    private static partial Regex Urgent();

    [GeneratedRegex(
        @"^(?:high|major|important|yes|true|2|высок\w*|важн\w*|серьезн\w*|да|高|重要|是|p1)$"
    )]
    private static partial Regex High();

    [GeneratedRegex(
        @"^(?:low|lowest|minor|trivial|0|низк\w*|незначительн\w*|тривиальн\w*|самый низкий|低|最低|次要|p3)$"
    )]
    private static partial Regex Low();

    [GeneratedRegex(
        @"^(?:normal|medium|default|none|no|false|1|нормальн\w*|обычн\w*|средн\w*|нет|普通|中|中等|一般|正常|否|p2|)$"
    )]
    private static partial Regex Normal();

    [GeneratedRegex(@"^(?:|no|false|0|-|n|нет|否|未完成)$")]
    private static partial Regex No();
}
