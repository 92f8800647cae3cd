using Klik.ParentAccess.Core.Students;
using Klik.ParentAccess.Indexes;
using Klik.ParentAccess.Services.Storage;

namespace Klik.ParentAccess.Services.Letters;

/// <summary>Lets one student's letter become another's: its code goes on working, for the heir.</summary>
internal sealed class LetterSuccession(HiddenItems items, RowLocks locks)
{
    /// <summary>Gives the letter to the heir; one that the heir has already goes before it.</summary>
    public async Task SucceedAsync(StudentId old, StudentId heir, CancellationToken cancellationToken)
    {
        var (oldId, heirId) = (old.Value, heir.Value);
        await locks.LetterOfAsync(heir, cancellationToken);
        if (await items.LockAsync<LetterPartIndex>(index => index.StudentId == oldId, cancellationToken) is not [var item])
        {
            return;
        }

        if (await items.LoadAsync<LetterPartIndex>(index => index.StudentId == heirId, cancellationToken) is not [])
        {
            await items.RemoveAsync([item], cancellationToken);
            return;
        }

        var part = item.LetterPart();
        part.StudentId = heirId;
        await items.SaveAsync(item, part, cancellationToken);
    }
}
