using Klik.ParentAccess.Core.Students;

namespace Klik.ParentAccess.Core.Letters;

/// <summary>For a host that keeps no letters, or whose school has switched them off: there are none, and consent given through one
/// can still be withdrawn.</summary>
internal sealed class NoLetters : ILetterStore
{
    public static readonly NoLetters Instance = new();

    public Task<IReadOnlyList<Letter>> OfStudentsAsync(IReadOnlyCollection<StudentId> students, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Letter>>([]);

    public Task<bool> TryAddAsync(Letter letter, CancellationToken cancellationToken) => throw new NotSupportedException("This host keeps no letters.");

    public Task<bool> TryIssueAsync(Letter former, Letter issued, CancellationToken cancellationToken) => Task.FromResult(false);

    public Task<bool> TryTakeSeatAsync(Guid id, int issue, Guid linkId, DateTimeOffset now, CancellationToken cancellationToken) => Task.FromResult(false);

    public Task<bool> TryFreeSeatAsync(StudentId student, Guid linkId, CancellationToken cancellationToken) => Task.FromResult(false);

    public Task<bool> TryCountWrongBirthDateAsync(Guid id, int issue, int most, CancellationToken cancellationToken) => Task.FromResult(false);

    public Task<bool> TryRevokeAsync(StudentId student, DateTimeOffset now, CancellationToken cancellationToken) => Task.FromResult(false);

    public Task RevokeOfLinkAsync(StudentId student, Guid linkId, DateTimeOffset now, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<int> RemoveExpiredAsync(DateTimeOffset before, CancellationToken cancellationToken) => Task.FromResult(0);
}
