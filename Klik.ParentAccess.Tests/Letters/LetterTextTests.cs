using Klik.ParentAccess.Core.Letters;

namespace Klik.ParentAccess.Tests.Letters;

[Trait("Rule", "L1")]
public sealed class LetterTextTests
{
    private static readonly LetterText Good = new("Titel", "Inleiding over {student}", ["Stap voor {given name}"], "Slot van {school}");

    public static TheoryData<string> Languages => [.. LetterLanguage.All];

    [Fact, Trait("Rule", "P8")]
    public void There_are_letters_in_Dutch_and_English() => Assert.Equal(["en", "nl"], LetterLanguage.All);

    [Theory, Trait("Rule", "P8")]
    [MemberData(nameof(Languages))]
    public void The_product_s_own_text_is_good_and_whole_in_every_language(string language)
    {
        var words = LetterLanguage.Of(language);

        Assert.Equal(language, words.Code);
        Assert.Empty(words.Text.Problems());
        Assert.Equal(LetterLanguage.Of("en").Text.Steps.Count, words.Text.Steps.Count);
        Assert.All(words.Labels.GetType().GetProperties(), label => Assert.False(string.IsNullOrWhiteSpace((string)label.GetValue(words.Labels)!)));
    }

    [Fact]
    public void Every_placeholder_may_be_used() =>
        Assert.Empty((Good with { Introduction = string.Concat(LetterPlaceholder.All.Select(placeholder => $"{{{placeholder}}}")) }).Problems());

    [Fact]
    public void A_text_that_is_good_has_no_problems() => Assert.Empty((Good with { Steps = [], Closing = "" }).Problems());

    [Theory]
    [InlineData("Beste {ouder}", "{ouder}")]
    [InlineData("Beste {student", "{student")]
    [InlineData("Beste student} en meer", "} en meer")]
    [InlineData("Beste {{student}}", "{{student}}")]
    [InlineData("Beste {Student}", "{Student}")]
    [InlineData("Beste {}", "{}")]
    public void What_is_no_placeholder_is_named(string text, string named)
    {
        var problem = Assert.Single((Good with { Introduction = text }).Problems());

        Assert.Equal(new LetterTextProblem.UnknownPlaceholder(LetterTextPart.Introduction, named), problem);
    }

    [Fact]
    public void Each_part_is_looked_at()
    {
        var bad = new LetterText(" ", new string('a', 2001), ["", new string('b', 401)], "{x}");

        Assert.Equal(
            [
                new LetterTextProblem.Empty(LetterTextPart.Title),
                new LetterTextProblem.TooLong(LetterTextPart.Introduction, LetterText.MaxLength),
                new LetterTextProblem.Empty(LetterTextPart.Steps),
                new LetterTextProblem.TooLong(LetterTextPart.Steps, LetterText.MaxStepLength),
                new LetterTextProblem.UnknownPlaceholder(LetterTextPart.Closing, "{x}"),
            ],
            bad.Problems());
    }

    [Fact]
    public void Too_many_steps_are_refused() =>
        Assert.Equal([new LetterTextProblem.TooManySteps()], (Good with { Steps = [.. Enumerable.Repeat("Stap", 11)] }).Problems());
}
