using Klik.ParentAccess.Core.Letters;
using Klik.ParentAccess.Models;
using OrchardCore.Documents;

namespace Klik.ParentAccess.Services.Letters;

/// <summary>The school's own texts of letters, in a document that Orchard keeps in its cache.</summary>
internal sealed class TenantLetterTexts(IDocumentManager<LetterTextsDocument> documents) : ILetterTexts
{
    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, LetterText>> OwnAsync(CancellationToken cancellationToken) =>
        (await documents.GetOrCreateImmutableAsync()).Texts;

    /// <inheritdoc/>
    public async Task SetAsync(string language, LetterText? text, CancellationToken cancellationToken)
    {
        var document = await documents.GetOrCreateMutableAsync();
        if (text is not null)
        {
            document.Texts[language] = text;
        }
        else if (!document.Texts.Remove(language))
        {
            return;
        }

        await documents.UpdateAsync(document);
    }
}
