using Klik.ParentAccess.Core.Storage;
using Klik.ParentAccess.Core.Students;

namespace Klik.ParentAccess.Core.Letters;

/// <summary>The student or the school withdraws a letter: its code is dead at once. Links made through it stay; each can be
/// withdrawn by the student (rule P5).</summary>
public sealed class RevokeLetter(IParentAccessStore store, TimeProvider time)
{
    /// <summary>Withdraws it.</summary>
    /// <returns>False when the student has none, or it was withdrawn already.</returns>
    public async Task<bool> ExecuteAsync(StudentId student, CancellationToken cancellationToken)
    {
        await using var work = await store.BeginAsync(cancellationToken);
        if (!await work.Letters.TryRevokeAsync(student, time.GetUtcNow(), cancellationToken))
        {
            return false;
        }

        await work.CommitAsync(cancellationToken);
        return true;
    }
}
