using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Core.Students;

namespace Klik.ParentAccess.Core.Links;

/// <summary>The present school's links within a unit of work.</summary>
public interface ILinkStore
{
    /// <summary>Adds a link.</summary>
    /// <returns>False when the account already sees the student; nothing is changed then.</returns>
    Task<bool> TryAddAsync(Link link, CancellationToken cancellationToken);

    /// <summary>Removes a student's link. The view log stays for its term: it is the student's.</summary>
    /// <returns>What was removed; null when the student has no such link (or another caller was first).</returns>
    Task<Link?> TryRemoveAsync(StudentId student, Guid linkId, CancellationToken cancellationToken);

    /// <summary>Removes all links of an account.</summary>
    /// <returns>The ids of what was removed.</returns>
    Task<IReadOnlyList<Guid>> RemoveOfAccountAsync(string accountId, CancellationToken cancellationToken);

    /// <summary>How many links an account has, to active students or not.</summary>
    Task<int> CountOfAccountAsync(string accountId, CancellationToken cancellationToken);

    /// <summary>Whether an account is known by any of these hashes of its address, and whether the student is linked with one of those.</summary>
    Task<AddressUse> UseOfAddressAsync(StudentId student, IReadOnlyList<AddressHash> hashes, CancellationToken cancellationToken);
}
