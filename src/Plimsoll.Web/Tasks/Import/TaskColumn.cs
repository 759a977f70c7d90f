using System.Text.RegularExpressions;
using Plimsoll.Web.Platform.Text;

namespace Plimsoll.Web.Tasks.Import;

/// <summary>What a column of a table of tasks holds.</summary>
public enum TaskColumn
{
    Ignore,
    Title,
    Key,
    Project,
    Client,
    State,

    /// <summary>When it was done, or whether.</summary>
    Done,
    Priority,
    Responsible,

    /// <summary>The address of the one responsible.</summary>
    Email,
    Helpers,
    Reviewer,
    Starts,
    Due,
    Estimate,
    Description,
    Stream,
    Labels,
    Checklist,
    Parent,
    WaitsFor,
    Blocks,
    Comment,
}

/// <summary>Headings of tables of tasks in English, Russian and Chinese, and by which of them a program is known.</summary>
public static partial class TaskHeadings
{
    /// <summary>The narrow before the wide.</summary>
    private static readonly (TaskColumn Kind, Regex Words)[] Known =
    [
        (TaskColumn.Title, Title()),
        (TaskColumn.Key, Key()),
        (TaskColumn.Project, Project()),
        (TaskColumn.Client, Client()),
        (TaskColumn.State, State()),
        (TaskColumn.Done, Done()),
        (TaskColumn.Priority, Priority()),
        (TaskColumn.Responsible, Responsible()),
        (TaskColumn.Email, Email()),
        (TaskColumn.Helpers, Helpers()),
        (TaskColumn.Reviewer, Reviewer()),
        (TaskColumn.Starts, Starts()),
        (TaskColumn.Due, Due()),
        (TaskColumn.Estimate, Estimate()),
        (TaskColumn.Description, Description()),
        (TaskColumn.Stream, Stream()),
        (TaskColumn.Labels, Labels()),
        (TaskColumn.Checklist, Checklist()),
        (TaskColumn.Parent, Parent()),
        (TaskColumn.WaitsFor, WaitsFor()),
        (TaskColumn.Blocks, Blocks()),
        (TaskColumn.Comment, Comment()),
    ];

    /// <summary>Whether a table may have several columns of it.</summary>
    public static bool MayRepeat(TaskColumn kind) =>
        kind
            is TaskColumn.Ignore
                or TaskColumn.Key
                or TaskColumn.Labels
                or TaskColumn.Helpers
                or TaskColumn.Checklist
                or TaskColumn.WaitsFor
                or TaskColumn.Blocks
                or TaskColumn.Comment;

    public static TaskColumn Kind(string heading, TaskSource source)
    {
        var plain = PlainForm.Of(heading);
        if (plain.Length is 0 or > 80)
            return TaskColumn.Ignore;
        // ActiveCollab's labels say how far a task has come, and its lists what kind of work it is.
        if (source is TaskSource.ActiveCollab && plain is "label" or "labels")
            return TaskColumn.State;
        if (source is TaskSource.ActiveCollab && plain == "task list")
            return TaskColumn.Stream;
        foreach (var (kind, words) in Known)
            if (words.IsMatch(plain))
                return kind;
        return TaskColumn.Ignore;
    }

    public static TaskSource Source(IReadOnlyCollection<string> headings)
    {
        var plain = headings.Select(PlainForm.Of).ToHashSet(StringComparer.Ordinal);
        bool Any(params ReadOnlySpan<string> words)
        {
            foreach (var word in words)
                if (plain.Contains(word))
                    return true;
            return false;
        }
        if (
            Any("issue key", "ключ запроса", "ключ задачи", "问题关键字")
            && Any("summary", "тема", "заголовок", "概要", "摘要")
        )
            return TaskSource.Jira;
        if (Any("#") && Any("tracker", "трекер", "跟踪", "跟踪标签"))
            return TaskSource.Redmine;
        if (Any("task id") && Any("section/column", "last modified"))
            return TaskSource.Asana;
        if (Any("task list") && Any("task name", "name", "task") && Any("assignee", "assigned to"))
            return TaskSource.ActiveCollab;
        if (
            Any("постановщик", "created by", "creator", "创建人")
            && Any("ответственный", "исполнитель", "responsible person", "负责人")
            && Any("крайний срок", "deadline", "截止日期", "截止时间")
        )
            return TaskSource.Bitrix24;
        return TaskSource.Table;
    }

    /// <summary>What the heading of an estimate says that its numbers count.</summary>
    public static EstimateUnit? Unit(string heading)
    {
        var plain = PlainForm.Of(heading);
        return Seconds().IsMatch(plain) ? EstimateUnit.Seconds
            : Minutes().IsMatch(plain) ? EstimateUnit.Minutes
            : Days().IsMatch(plain) ? EstimateUnit.Days
            : Hours().IsMatch(plain) ? EstimateUnit.Hours
            : null;
    }

    [GeneratedRegex(
        @"^(?:summary|title|task title|subject|name|task|task name|тема|название|название задачи|заголовок|задача|наименование|标题|任务|任务名称|任务标题|名称|主题|概要|摘要)$"
    )]
    private static partial Regex Title();

    [GeneratedRegex(
        @"^(?:issue key|issue id|key|#|id|task id|task #|task number|номер|номер задачи|№|id задачи|код|код, номер|key, number|ключ|ключ запроса|ключ задачи|编号|任务编号|关键字|问题关键字)$"
    )]
    private static partial Regex Key();

    [GeneratedRegex(
        @"^(?:projects?|project name|project key|проект|проекты|название проекта|группа|группа \(проект\)|项目|项目名称)$"
    )]
    private static partial Regex Project();

    [GeneratedRegex(
        @"^(?:client|client name|client/company|company|customer|клиент|компания|заказчик|客户|公司)$"
    )]
    private static partial Regex Client();

    [GeneratedRegex(
        @"^(?:status|state|stage|section/column|section|column|list|task list|статус|состояние|стадия|этап|колонка|список|状态|阶段|列表|列)$"
    )]
    private static partial Regex State();

    [GeneratedRegex(
        @"^(?:completed|completed at|completed on|is completed|done|done at|resolved|resolved on|closed|closed on|date closed|закрыта|дата закрытия|завершена|закрыто|решено|完成|完成时间|完成日期|已完成|已解决)$"
    )]
    private static partial Regex Done();

    [GeneratedRegex(
        @"^(?:priority|is important|important|high priority|приоритет|важность|важная|важная задача|优先级|重要)$"
    )]
    private static partial Regex Priority();

    [GeneratedRegex(
        @"^(?:assignee|assigned to|assigned|responsible|responsible person|owner|исполнитель|ответственный|ответственное лицо|назначена|назначено|负责人|经办人|执行人|指派给|受理人)$"
    )]
    private static partial Regex Responsible();

    [GeneratedRegex(
        @"^(?:assignee e-?mail|email|e-mail|responsible e-?mail|e-?mail исполнителя|e-?mail ответственного|почта|负责人邮箱|邮箱)$"
    )]
    private static partial Regex Email();

    [GeneratedRegex(
        @"^(?:participants?|co-?executors?|collaborators?|helpers?|members?|соисполнител[ьи]|участники|помощники|помогают|协助者|参与者|参与人|协作人|协助人)$"
    )]
    private static partial Regex Helpers();

    [GeneratedRegex(
        @"^(?:reviewer|approver|проверяет|审核人|проверяющий|рецензент|审核人|评审人|审查人)$"
    )]
    private static partial Regex Reviewer();

    [GeneratedRegex(
        @"^(?:starts?|start date|start on|starts on|planned start|дата начала|начало|начать|начать с|开始|开始日期|开始时间|计划开始)$"
    )]
    private static partial Regex Starts();

    [GeneratedRegex(
        @"^(?:due|due date|due on|deadline|end date|срок|срок завершения|срок исполнения|крайний срок|дедлайн|дата завершения|дата окончания|截止|截止日期|截止时间|到期日|计划完成日期|结束日期)$"
    )]
    private static partial Regex Due();

    [GeneratedRegex(
        @"^(?:original estimate|estimate|estimates|estimated time|estimated hours|estimate,? \(?(?:h|hours|minutes|min)\)?|time estimate|planned time|оценка|оценка временных затрат|оценка времени|первоначальная оценка|плановые трудозатраты|трудозатраты,? план|оценка,? ч|预计|预计时间|预计工时|预估|预估工时|估算|估算,? ?小时|初始预估)$"
    )]
    private static partial Regex Estimate();

    [GeneratedRegex(
        @"^(?:description|notes|details|body|text|описание|заметки|подробности|描述|说明|备注|详情)$"
    )]
    private static partial Regex Description();

    [GeneratedRegex(
        @"^(?:stream|category|направление|поток|категория|вид работ|工作流|类别|分类)$"
    )]
    private static partial Regex Stream();

    [GeneratedRegex(@"^(?:labels?|tags?|метк[аи]|тег[и]?|标签)$")]
    private static partial Regex Labels();

    [GeneratedRegex(@"^(?:checklists?|check list|чек-?листы?|清单|检查清单|检查项)$")]
    private static partial Regex Checklist();

    [GeneratedRegex(
        @"^(?:parent|parent id|parent key|parent task|parent issue|родительская задача|родитель|базовая задача|父任务|上级任务|父级)$"
    )]
    private static partial Regex Parent();

    [GeneratedRegex(
        @"^(?:waits for|blocked by(?: \(dependencies\))?|depends on|predecessors?|inward issue link \(blocks\)|ждет|зависит от|предшественники|заблокирована|等待|依赖|前置任务|前置)$"
    )]
    private static partial Regex WaitsFor();

    [GeneratedRegex(
        @"^(?:blocks|blocking(?: \(dependencies\))?|outward issue link \(blocks\)|блокирует|阻塞|后置任务)$"
    )]
    private static partial Regex Blocks();

    [GeneratedRegex(
        @"^(?:comments?|last notes|last comment|комментари[йи]|последние примечания|последний комментарий|примечания|评论|最后评论)$"
    )]
    private static partial Regex Comment();

    [GeneratedRegex(@"second|\bs\b|сек|秒")]
    private static partial Regex Seconds();

    [GeneratedRegex(@"minute|\bmins?\b|минут|\bмин\b|分钟")]
    private static partial Regex Minutes();

    [GeneratedRegex(@"\bdays?\b|\bдн|\bдень|天")]
    private static partial Regex Days();

    [GeneratedRegex(@"hour|\bh\b|\bчас|\bч\b|小时|工时")]
    private static partial Regex Hours();
}
