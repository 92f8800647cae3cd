using Klik.ParentAccess.Core.OwnAccounts;
using Klik.ParentAccess.Core.StudentRecords;

namespace Klik.ParentAccess.Core.Accounts;

/// <summary>Everything that is kept of a parent, for the parent to download (rule I13).</summary>
/// <param name="UserName">The user name.</param>
/// <param name="EmailAddress">Where mail goes, if known.</param>
/// <param name="Language">The language chosen, if any.</param>
/// <param name="NotifyByEmail">Whether news comes by e-mail.</param>
/// <param name="NotifyByPush">Whether news comes by push notification.</param>
/// <param name="SignIn">The external account that the parent signs in with.</param>
/// <param name="Students">Who is seen, and since when.</param>
/// <param name="Views">What was looked at, the newest first.</param>
public sealed record ParentData(
    string UserName,
    string? EmailAddress,
    string? Language,
    bool NotifyByEmail,
    bool NotifyByPush,
    ExternalLogin? SignIn,
    IReadOnlyList<ParentData.SeenStudent> Students,
    IReadOnlyList<ParentData.SeenPart> Views)
{
    /// <summary>The account at the school itself, where the parent signs in with one.</summary>
    public KeptOwnAccount? OwnAccount { get; init; }

    /// <summary>Since when the parent is signed in, in each browser; none where the host does not keep sessions itself.</summary>
    public IReadOnlyList<DateTimeOffset> SignedInSince { get; init; } = [];

    /// <summary>A student whom the parent sees.</summary>
    /// <param name="Name">The student's name.</param>
    /// <param name="Since">Since when.</param>
    public sealed record SeenStudent(string Name, DateTimeOffset Since);

    /// <summary>An entry of the view log.</summary>
    /// <param name="At">When.</param>
    /// <param name="Student">The student's name; null once the link has ended.</param>
    /// <param name="Part">Which part.</param>
    public sealed record SeenPart(DateTimeOffset At, string? Student, StudentPart Part);
}
