using Klik.ParentAccess.Core.Letters;

namespace Klik.ParentAccess.Tests.Fakes;

/// <summary>A school's own texts of letters, none at first.</summary>
internal sealed class FakeLetterTexts : ILetterTexts
{
    public Dictionary<string, LetterText> Own { get; } = [];

    public Task<IReadOnlyDictionary<string, LetterText>> OwnAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, LetterText>>(Own);
}
