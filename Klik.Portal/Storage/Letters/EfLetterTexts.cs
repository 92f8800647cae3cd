using System.Text.Json;
using Klik.ParentAccess.Core.Letters;
using Microsoft.EntityFrameworkCore;

namespace Klik.Portal.Storage.Letters;

/// <summary>The present school's own texts of letters, in the database.</summary>
internal sealed class EfLetterTexts(ParentAccessDbContext context, Statements statements, StoreTransactions transactions) : ILetterTexts
{
    public async Task<IReadOnlyDictionary<string, LetterText>> OwnAsync(CancellationToken cancellationToken) =>
        await context.Set<LetterTextRow>().ToDictionaryAsync(row => row.Language, row => JsonSerializer.Deserialize<LetterText>(row.Text)!, cancellationToken);

    public Task SetAsync(string language, LetterText? text, CancellationToken cancellationToken) => transactions.JoinAsync(
        async () =>
        {
            var removed = await context.Set<LetterTextRow>().Where(row => row.Language == language).ExecuteDeleteAsync(cancellationToken);
            // Of two at the same moment the first one's text is kept; the other sees it on the page.
            return text is null
                ? removed > 0
                : await statements.TryInsertAsync(
                    new LetterTextRow { SchoolId = context.SchoolId, Language = language, Text = JsonSerializer.Serialize(text) },
                    cancellationToken);
        },
        cancellationToken);
}
