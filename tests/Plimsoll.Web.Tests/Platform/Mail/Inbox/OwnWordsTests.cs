using System.Text;
using MimeKit;
using Plimsoll.Web.Platform.Mail.Inbox;
using Plimsoll.Web.Platform.Text;

namespace Plimsoll.Web.Tests.Platform.Mail.Inbox;

/// <summary>What is hers in an answer, from the programs that people use.</summary>
public sealed class OwnWordsTests
{
    [Theory]
    [InlineData(
        "Yes.\n\nOn Mon, Nov 23, 2026 at 10:15 AM Olga Owner <owner@agency.example> wrote:\n\n> old\n> words"
    )]
    [InlineData(
        "Yes.\n\nOn Mon, Nov 23, 2026 at 10:15 AM Olga Owner <\nowner@agency.example> wrote:\n> old"
    )]
    [InlineData(
        "Yes.\n\nOn 23 Nov 2026, at 10:15,\nOlga Owner <owner@agency.example>\nwrote:\n> old"
    )]
    [InlineData(
        "Yes.\r\n\r\nFrom: Olga Owner <owner@agency.example>\r\nSent: Monday, November 23, 2026 10:15\r\nTo: Mei\r\nSubject: Banner\r\n\r\nold words"
    )]
    [InlineData(
        "Yes.\n\n________________________________\nFrom: Olga <owner@agency.example>\nSent: Monday\nTo: Mei\n\nold"
    )]
    [InlineData("Yes.\n\n-----Original Message-----\nFrom: Olga\nold")]
    [InlineData("Yes.\n\n*From:* Olga\n*Sent:* Monday\n\nold")]
    [InlineData("Yes.\n\nпн, 23 нояб. 2026 г. в 10:15, Ольга <owner@agency.example>:\n> old")]
    [InlineData(
        "Yes.\n\n23 ноября 2026 г., в 10:15, Ольга <owner@agency.example> написал(а):\n\n> old"
    )]
    [InlineData("Yes.\n\n23.11.2026 10:15, Ольга пишет:\n> old")]
    [InlineData("Yes.\n\n23.11.2026, 10:15, \"Ольга\" <owner@agency.example>:\n> old")]
    [InlineData(
        "Yes.\n\nПонедельник, 23 ноября 2026, 10:15 +03:00 от Ольга <owner@agency.example>:\n> old"
    )]
    [InlineData(
        "Yes.\n\nОт: Ольга\nОтправлено: 23 ноября 2026 г. 10:15\nКому: Мэй\nТема: Баннер\n\nold"
    )]
    [InlineData("Yes.\n\n-----Исходное сообщение-----\nold")]
    [InlineData("Yes.\n\n在 2026年11月23日，10:15，Olga <owner@agency.example> 写道：\n\n> old")]
    [InlineData(
        "Yes.\n\nOlga Owner <owner@agency.example> 于2026年11月23日周一 10:15写道：\n> old"
    )]
    [InlineData("Yes.\n\n------------------ 原始邮件 ------------------\n发件人: \"Olga\"\nold")]
    [InlineData(
        "Yes.\n\n发件人： Olga\n发送时间： 2026-11-23 10:15\n收件人： Mei\n主题： Banner\nold"
    )]
    [InlineData("Yes.\n\n-- \nOlga Owner\nHarbour agency")]
    [InlineData(
        "Yes.\n\nSent from my iPhone\n\nOn Mon, 23 Nov 2026, Olga <o@x.example> wrote:\n> old"
    )]
    [InlineData("Yes.\n\nОтправлено с iPhone")]
    [InlineData("Yes.\n\n发自我的 iPhone")]
    [InlineData("Yes.\n\nGet Outlook for Android")]
    [InlineData("Yes.\n\n> all of\n> the old letter")]
    [InlineData("Yes.")]
    public void The_old_letter_and_the_signature_are_not_hers(string letter) =>
        OwnWords.In(letter).ShouldBe("Yes.");

    [Theory]
    [InlineData("On Monday we will see.\n\nThe client wrote: no.")]
    [InlineData("Клиент вчера пишет:\nне надо")]
    [InlineData("From: the beginning, all of it\nstays")]
    [InlineData("1. one\n2. two\n\n- three")]
    public void What_only_sounds_like_it_stays(string letter) =>
        OwnWords.In(letter).ShouldBe(letter);

    [Fact]
    public void An_answer_between_the_lines_keeps_what_it_answers() =>
        OwnWords
            .In(
                "On Mon, 23 Nov 2026, Olga <o@x.example> wrote:\n> Red or blue?\n\nBlue.\n\n> When?\n\nTomorrow.\n\n-- \nMei"
            )
            .ShouldBe("> Red or blue?\n\nBlue.\n\n> When?\n\nTomorrow.");

    [Fact]
    public void Nothing_below_our_own_line_is_the_answer_in_any_language()
    {
        var book = new Phrasebook();
        foreach (var language in Language.All)
            OwnWords.In($"Yes.\n\n{AnswerLine.In(book.In(language))}\nold").ShouldBe("Yes.");
    }

    [Theory]
    [InlineData("windows-1251", "Согласна, берём синий")]
    [InlineData("koi8-r", "Согласна, берём синий")]
    [InlineData("gb18030", "同意，用蓝色")]
    [InlineData("gb2312", "同意，用蓝色")]
    [InlineData("utf-8", "Согласна ✓ 同意")]
    [InlineData("iso-8859-1", "Einverstanden, für Jörg")]
    public void Letters_of_every_charset_are_read(string charset, string words)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        LetterText
            .Of(
                Raw($"text/plain; charset={charset}", Encoding.GetEncoding(charset).GetBytes(words))
            )
            .ShouldBe(words);
    }

    [Theory]
    [InlineData("windows-1251", "")]
    [InlineData("windows-1251", "; charset=no-such-charset")]
    [InlineData("utf-8", "")]
    public void A_letter_that_does_not_say_its_charset_is_looked_at(string charset, string says)
    {
        const string words = "Здравствуйте, согласна с этим вариантом";
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        LetterText
            .Of(Raw("text/plain" + says, Encoding.GetEncoding(charset).GetBytes(words)))
            .ShouldBe(words);
    }

    [Fact]
    public void Html_becomes_text()
    {
        const string html =
            "<html><head><style>p{}</style><title>x</title></head><body><p>Yes,&nbsp;<b>blue</b>.</p><ul><li>one</li><li>two</li></ul><div>line<br>next</div><script>alert(1)</script>"
            + "<div class=gmail_quote>On Mon wrote:<blockquote>old</blockquote></div></body></html>";
        LetterText
            .Of(Raw("text/html; charset=utf-8", Encoding.UTF8.GetBytes(html)))
            .ShouldBe("Yes, blue.\n\n- one\n- two\nline\nnext");
    }

    [Fact]
    public void Html_nested_without_end_is_read()
    {
        var html = string.Concat(Enumerable.Repeat("<div>", 50_000)) + "deep";
        LetterText.FromHtml(html).ShouldContain("deep");
    }

    [Fact]
    public void A_flood_of_lines_is_cut_at_once()
    {
        foreach (
            var line in new[] { "\n", "On 1 ", "> ", "-- \n", "От: 1\n", "2026 写道", "пишет: 1\n" }
        )
            _ = OwnWords.In(string.Concat(Enumerable.Repeat(line, 200_000 / line.Length)));
    }

    private static MimeMessage Raw(string type, byte[] body)
    {
        var head = Encoding.ASCII.GetBytes(
            $"From: a@x.example\r\nTo: b@x.example\r\nContent-Type: {type}\r\nContent-Transfer-Encoding: base64\r\n\r\n{Convert.ToBase64String(body)}\r\n"
        );
        using var stream = new MemoryStream(head);
        return MimeMessage.Load(stream, TestAgency.Now);
    }
}
