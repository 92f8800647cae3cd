namespace Klik.ParentAccess.Module.Tests.Examples;

/// <summary>Stands for what an LMS has already.</summary>
public interface IGradebook
{
    /// <summary>The marks of a pupil, by the id of the pupil's Orchard user.</summary>
    Task<IReadOnlyList<Mark>> MarksAsync(string userId, CancellationToken cancellationToken);
}
