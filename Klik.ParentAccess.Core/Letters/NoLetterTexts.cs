namespace Klik.ParentAccess.Core.Letters;

/// <summary>For a host where schools cannot change the texts of letters.</summary>
internal sealed class NoLetterTexts : ILetterTexts
{
    public Task<IReadOnlyDictionary<string, LetterText>> OwnAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, LetterText>>(new Dictionary<string, LetterText>());

    public Task SetAsync(string language, LetterText? text, CancellationToken cancellationToken) =>
        throw new NotSupportedException("This host keeps no texts of letters.");
}
