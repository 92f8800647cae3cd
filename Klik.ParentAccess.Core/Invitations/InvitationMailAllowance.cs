using Klik.ParentAccess.Core.Schools;
using Klik.ParentAccess.Core.Storage;
using Klik.ParentAccess.Core.Students;
using Microsoft.Extensions.Options;

namespace Klik.ParentAccess.Core.Invitations;

/// <summary>
/// How much mail a student's invitations may cause, so that nobody floods a mailbox that is not theirs. The number of parents is
/// not bounded (rule I5): tomorrow there is room again.
/// </summary>
public sealed class InvitationMailAllowance(ICurrentSchool school, IOptions<ParentAccessOptions> options)
{
    /// <summary>How long one invitation's mail is not sent again.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    internal Task<bool> TryTakeAsync(IUnitOfWork work, StudentId student, DateTimeOffset now, CancellationToken cancellationToken) =>
        work.Invitations.TryCountMailAsync(student, school.School.DayOf(now), options.Value.InvitationMailsPerDay, cancellationToken);
}
