namespace Klik.ParentAccess.Core.Views;

/// <summary>The present school's view log within a unit of work (rule P5).</summary>
public interface IViewLog
{
    /// <summary>Writes views down, each unless the same account looked at the same part of the same student since
    /// <paramref name="visitBegan"/>; provided the link still exists.</summary>
    Task AddAsync(IReadOnlyCollection<View> views, DateTimeOffset visitBegan, CancellationToken cancellationToken);

    /// <summary>Removes views from before a moment.</summary>
    /// <returns>How many.</returns>
    Task<int> RemoveAsync(DateTimeOffset before, CancellationToken cancellationToken);

    /// <summary>Removes the views of an account.</summary>
    Task RemoveOfAccountAsync(string accountId, CancellationToken cancellationToken);
}
