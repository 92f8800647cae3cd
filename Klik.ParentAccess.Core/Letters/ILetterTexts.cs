namespace Klik.ParentAccess.Core.Letters;

/// <summary>The present school's own texts of letters. Given by the host.</summary>
public interface ILetterTexts
{
    /// <summary>The school's own texts by language, two letters; languages that it left as they are, are absent.</summary>
    Task<IReadOnlyDictionary<string, LetterText>> OwnAsync(CancellationToken cancellationToken);

    /// <summary>Stores the school's own text in a language, or forgets it. Texts come in through <see cref="ChangeLetterText"/>, which
    /// judges them.</summary>
    /// <param name="language">Two letters.</param>
    /// <param name="text">The text; null for the product's own.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    Task SetAsync(string language, LetterText? text, CancellationToken cancellationToken);
}
