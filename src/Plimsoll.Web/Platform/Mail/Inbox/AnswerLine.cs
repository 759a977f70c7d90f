using Plimsoll.Web.Platform.Text;

namespace Plimsoll.Web.Platform.Mail.Inbox;

/// <summary>
/// The line at the head of a letter that can be answered. Whatever a mail program makes of the rest, nothing below it is
/// the answer.
/// </summary>
public static class AnswerLine
{
    public static string In(Phrases phrases) => $"=== {phrases["mail.answer-above"]} ===";
}
