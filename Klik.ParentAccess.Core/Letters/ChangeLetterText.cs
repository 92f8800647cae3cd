namespace Klik.ParentAccess.Core.Letters;

/// <summary>The school puts a text of its own in place of the product's, or takes it back.</summary>
public sealed class ChangeLetterText(ILetterTexts texts)
{
    /// <summary>Changes it, for letters printed from now on.</summary>
    /// <param name="language">One of <see cref="LetterLanguage.All"/>.</param>
    /// <param name="text">The text; null for the product's own.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>What is wrong with the text; nothing is changed then. Empty when it is stored.</returns>
    public async Task<IReadOnlyList<LetterTextProblem>> ExecuteAsync(string language, LetterText? text, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfEqual(LetterLanguage.All.Contains(language), false, nameof(language));
        var problems = text?.Problems() ?? [];
        if (problems.Count == 0)
        {
            // The same words as the product's stay the product's, so that they are improved with it.
            await texts.SetAsync(language, text is not null && text.Says(LetterLanguage.Of(language).Text) ? null : text, cancellationToken);
        }

        return problems;
    }
}
