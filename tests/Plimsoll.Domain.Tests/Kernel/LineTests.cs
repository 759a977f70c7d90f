using Plimsoll.Domain.Kernel;

namespace Plimsoll.Domain.Tests.Kernel;

public sealed class LineTests
{
    [Theory]
    [InlineData("  Anna   Berg ", "Anna Berg")]
    [InlineData("王\u3000伟", "王 伟")]
    [InlineData("Tab\tand\r\nline", "Tab and line")]
    [InlineData("anna\u202e gnp.exe\u202c", "anna gnp.exe")]
    [InlineData("محمد بن علي", "محمد بن علي")]
    public void White_space_becomes_one_space_and_nothing_turns_the_line_around(
        string typed,
        string kept
    ) => Line.Required(typed, "name", 20).Value.ShouldBe(kept);

    [Theory]
    [InlineData(null)]
    [InlineData(" \u00a0 ")]
    [InlineData("\u200b\u200d")]
    [InlineData("\u202e")]
    public void A_required_line_that_is_empty_is_missing(string? typed) =>
        Line.Required(typed, "name", 20).Refusal.ShouldBe(new IsMissing("name"));

    [Fact]
    public void A_line_longer_than_its_limit_is_refused_with_the_limit() =>
        Line.Required("abcd", "name", 3).Refusal.ShouldBe(new IsTooLong("name", 3));

    [Fact]
    public void What_a_database_cannot_hold_is_not_understood()
    {
        // Not as data of a theory: attributes cannot hold these either.
        string[] broken = ["nul\0inside", "half a pair \ud83d", "wrong way \ude00\ud83d"];
        foreach (var typed in broken)
            Line.Required(typed, "name", 40).Refusal.ShouldBe(new IsNotUnderstood("name"));
    }

    [Fact]
    public void An_emoji_is_text_like_any_other() =>
        Line.Required("launch 🚀", "name", 40).Value.ShouldBe("launch 🚀");

    [Fact]
    public void Prose_keeps_its_line_breaks() =>
        Line.Prose(" one\r\ntwo ", "note", 40).Value.ShouldBe("one\ntwo");
}
