namespace Klik.ParentAccess.Core.Letters;

/// <summary>The present school's own texts of letters. Given by a host where schools can change them.</summary>
public interface ILetterTexts
{
    /// <summary>The school's own texts by language, two letters; languages that it left as they are, are absent.</summary>
    Task<IReadOnlyDictionary<string, LetterText>> OwnAsync(CancellationToken cancellationToken);
}
