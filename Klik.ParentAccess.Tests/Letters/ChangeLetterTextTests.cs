using Klik.ParentAccess.Core.Letters;
using Klik.ParentAccess.Tests.Fakes;

namespace Klik.ParentAccess.Tests.Letters;

[Trait("Rule", "L1")]
public sealed class ChangeLetterTextTests : IAsyncDisposable
{
    private readonly FakeSchool _school = new();

    public ValueTask DisposeAsync() => _school.DisposeAsync();

    [Fact]
    public async Task A_text_that_letters_can_be_made_with_is_stored()
    {
        var text = LetterLanguage.Of("nl").Text with { Title = "Meekijken met {given name}" };

        Assert.Empty(await ChangeAsync(text));

        Assert.Same(text, _school.LetterTexts.Own["nl"]);
    }

    [Fact]
    public async Task A_text_with_something_wrong_in_it_changes_nothing()
    {
        var problems = await ChangeAsync(LetterLanguage.Of("nl").Text with { Title = "Meekijken met {naam}" });

        Assert.Equal([new LetterTextProblem.UnknownPlaceholder(LetterTextPart.Title, "{naam}")], problems);
        Assert.Empty(_school.LetterTexts.Own);
    }

    [Fact]
    public async Task Saving_the_products_own_words_or_taking_them_back_leaves_no_text_of_the_school()
    {
        var own = LetterLanguage.Of("nl").Text;
        await ChangeAsync(own with { Title = "Anders" });
        await ChangeAsync(own with { Steps = [.. own.Steps] });
        Assert.Empty(_school.LetterTexts.Own);

        await ChangeAsync(own with { Title = "Anders" });
        await ChangeAsync(null);

        Assert.Empty(_school.LetterTexts.Own);
    }

    [Fact]
    [Trait("Rule", "P4")]
    public async Task The_code_of_the_preview_is_one_by_its_signs_and_is_in_the_PDF()
    {
        using var pdf = new MemoryStream();

        await _school.RunAsync(async (PreviewLetter preview) =>
        {
            await preview.ExecuteAsync("en", LetterLanguage.Of("en").Text, pdf, TestContext.Current.CancellationToken);
            return true;
        });

        Assert.Null(ActivationCode.TryParse(PreviewLetter.SampleCode, out var code));
        Assert.Equal(PreviewLetter.SampleCode, code.Text);
        Assert.True(pdf.Length > 0);
        Assert.Empty(_school.State.Letters);
    }

    private Task<IReadOnlyList<LetterTextProblem>> ChangeAsync(LetterText? text) =>
        _school.RunAsync((ChangeLetterText change) => change.ExecuteAsync("nl", text, TestContext.Current.CancellationToken));
}
