using Plimsoll.Domain.Clients;
using Plimsoll.Domain.Kernel;

namespace Plimsoll.Domain.Tests.Clients;

public sealed class ProjectCodeTests
{
    [Theory]
    [InlineData("Halva", "HA")]
    [InlineData("Shop relaunch", "SR")]
    [InlineData("Мобильное приложение", "MP")]
    [InlineData("Щербет", "SH")]
    [InlineData("Söring", "SO")]
    [InlineData("品牌短片", "P")]
    [InlineData("品牌短片 Brand film", "BF")]
    [InlineData("Web 3", "W3P")]
    public void A_code_is_made_of_the_name(string name, string code) =>
        ProjectCode.Of(name, _ => false).ShouldBe(code);

    [Fact]
    public void A_taken_code_gets_a_number() =>
        ProjectCode.Of("Halva", c => c is "HA" or "HA2").ShouldBe("HA3");

    [Theory]
    [InlineData(" ha-1 ", "HA-1")]
    [InlineData("кб", "КБ")]
    [InlineData(" ", null)]
    public void A_code_is_letters_and_digits_in_capitals(string typed, string? code) =>
        ProjectCode.Read(typed).Value.ShouldBe(code);

    [Theory]
    [InlineData("HA 1")]
    [InlineData("HA-")]
    [InlineData("H/A")]
    public void Anything_else_is_not_understood(string typed) =>
        ProjectCode.Read(typed).Refusal.ShouldBeOfType<IsNotUnderstood>();
}
