using System.Text.RegularExpressions;
using Plimsoll.Web.Platform.Text;

namespace Plimsoll.Web.Load.Import;

/// <summary>What a column of a load sheet holds, going by its heading.</summary>
public enum ColumnKind
{
    Unknown,
    Person,
    Role,
    Team,
    Client,
    Project,
    Week,
    Amount,
    Status,
    WeeklyHours,
    HoldUntil,
    Comment,
    Total,
}

/// <summary>Headings of columns in English, Russian and Chinese.</summary>
public static partial class ColumnWords
{
    /// <summary>The narrow before the wide: "hours per week" is not hours, "project name" is not a person.</summary>
    private static readonly (ColumnKind Kind, Regex Words)[] Known =
    [
        (ColumnKind.WeeklyHours, WeeklyHours()),
        (ColumnKind.HoldUntil, HoldUntil()),
        (ColumnKind.Status, Status()),
        (ColumnKind.Comment, Comment()),
        (ColumnKind.Role, Role()),
        (ColumnKind.Project, Project()),
        (ColumnKind.Client, Client()),
        (ColumnKind.Team, Team()),
        (ColumnKind.Person, Person()),
        (ColumnKind.Week, WeekOf()),
        (ColumnKind.Amount, Amount()),
    ];

    public static ColumnKind Kind(string heading)
    {
        var plain = PlainForm.Of(heading);
        if (plain.Length is 0 or > 40)
            return ColumnKind.Unknown;
        if (SheetWords.IsTotal(heading) && !Amount().IsMatch(plain))
            return ColumnKind.Total;
        foreach (var (kind, words) in Known)
            if (words.IsMatch(plain))
                return kind;
        return ColumnKind.Unknown;
    }

    /// <summary>The unit a heading or title names; <c>null</c> when it names none.</summary>
    public static AmountUnit? Unit(string heading)
    {
        var plain = PlainForm.Of(heading);
        return Percents().IsMatch(plain) ? AmountUnit.Percent
            : MinutesOf().IsMatch(plain) ? AmountUnit.Minutes
            : HoursOf().IsMatch(plain) ? AmountUnit.Hours
            : null;
    }

    [GeneratedRegex(
        @"capacity|hours (?:per|a) week|\bh ?/ ?w|weekly hours|contract(?:ed)? hours|часов в неделю|ч ?/ ?нед|\bнорма\b|\bставка\b|每周工时|周工时|标准工时"
    )]
    private static partial Regex WeeklyHours();

    [GeneratedRegex(@"hold until|(?:tentative|held) until|держать до|бронь до|保留至|保留到")]
    private static partial Regex HoldUntil();

    [GeneratedRegex(@"\b(?:status|certainty|state|статус|состояние|уверенность)\b|状态|确定性")]
    private static partial Regex Status();

    [GeneratedRegex(
        @"\b(?:comments?|notes?|remarks?|комментари[йи]|заметк[аи]|примечани[ея])\b|备注|评论|注释"
    )]
    private static partial Regex Comment();

    [GeneratedRegex(
        @"\b(?:role|position|job title|роль|должность|специальность)\b|角色|职位|岗位|职务"
    )]
    private static partial Regex Role();

    [GeneratedRegex(@"\b(?:projects?|tasks?|проект[ы]?|задач[аи])\b|项目|任务")]
    private static partial Regex Project();

    [GeneratedRegex(@"\b(?:clients?|customers?|клиент[ы]?|заказчик)\b|客户")]
    private static partial Regex Client();

    [GeneratedRegex(@"\b(?:team(?! member)|department|команда|отдел)\b|团队|部门")]
    private static partial Regex Team();

    [GeneratedRegex(
        @"\b(?:person|people|name|employee|who|resource|member|staff|assignee|user|сотрудники?|человек|люди|имя|фио|исполнитель|кто|ресурс|специалист)\b|人员|姓名|员工|成员|名字|负责人|同事"
    )]
    private static partial Regex Person();

    [GeneratedRegex(
        @"\b(?:weeks?|date|monday|period|недел[яи]|дата|понедельник|период)\b|周|日期|星期"
    )]
    private static partial Regex WeekOf();

    [GeneratedRegex(
        @"\b(?:hours?|hrs?|h|minutes?|mins?|percent(?:age)?|load|allocation|amount|plan(?:ned)?|share|effort|час(?:ы|ов)?|ч|минут[ы]?|процент[ы]?|загрузка|доля|план|объем)\b|%|小时|工时|分钟|百分比|负荷|占比|分配|工作量"
    )]
    private static partial Regex Amount();

    [GeneratedRegex(@"%|percent|процент|百分比|占比")]
    private static partial Regex Percents();

    [GeneratedRegex(@"\b(?:minutes?|mins?|минут[ы]?)\b|分钟")]
    private static partial Regex MinutesOf();

    [GeneratedRegex(@"\b(?:hours?|hrs?|h|час(?:ы|ов|ах)?|ч)\b|小时|工时")]
    private static partial Regex HoursOf();
}
