using Klik.ParentAccess.Core.Letters;

namespace Klik.ParentAccess.Tests.Fakes;

/// <summary>A school's own texts of letters, none at first.</summary>
internal sealed class FakeLetterTexts : ILetterTexts
{
    public Dictionary<string, LetterText> Own { get; } = [];

    public Task<IReadOnlyDictionary<string, LetterText>> OwnAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, LetterText>>(Own);

    public Task SetAsync(string language, LetterText? text, CancellationToken cancellationToken)
    {
        Own.Remove(language);
        if (text is not null)
        {
            Own[language] = text;
        }

        return Task.CompletedTask;
    }
}
