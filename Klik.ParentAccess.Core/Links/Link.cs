using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Core.Students;

namespace Klik.ParentAccess.Core.Links;

/// <summary>
/// A parent sees a student: the student's consent, in force for as long as the link exists. Withdrawing removes it (rule I4).
/// </summary>
/// <param name="Id">The identifier.</param>
/// <param name="StudentId">Who is seen. Unique together with the account.</param>
/// <param name="AccountId">The parent's account.</param>
/// <param name="Name">The parent's name for this student: from the invitation or registration (rule P5).</param>
/// <param name="Origin">What it rests on.</param>
/// <param name="Since">From when.</param>
public sealed record Link(Guid Id, StudentId StudentId, string AccountId, ProtectedText Name, LinkOrigin Origin, DateTimeOffset Since);
