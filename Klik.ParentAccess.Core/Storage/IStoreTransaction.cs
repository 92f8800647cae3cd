namespace Klik.ParentAccess.Core.Storage;

/// <summary>A host's transaction that may write. Disposed without a commit, nothing of it happened (rule P7).</summary>
public interface IStoreTransaction : IAsyncDisposable
{
    /// <summary>Makes everything of it happen.</summary>
    Task CommitAsync(CancellationToken cancellationToken);
}
