using System.ComponentModel.DataAnnotations;

namespace Klik.ParentAccess.Core;

/// <summary>How long things last. Bound from the section <c>ParentAccess</c> and validated at start.</summary>
public sealed class ParentAccessOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "ParentAccess";

    /// <summary>Days until an invitation that is not accepted expires.</summary>
    [Range(1, 90)]
    public int InvitationLifetimeDays { get; set; } = 14;

    /// <summary>Days that an expired invitation (without its address) stays on the student's page.</summary>
    [Range(0, 365)]
    public int ExpiredInvitationDays { get; set; } = 30;

    /// <summary>Days that the view log is kept (rule P5).</summary>
    [Range(1, 3650)]
    public int ViewLogDays { get; set; } = 400;

    /// <summary>Days that a parent's account without any link is kept, so that a new invitation finds it (rule I8).</summary>
    [Range(1, 3650)]
    public int AccountWithoutLinksDays { get; set; } = 400;

    /// <summary>How many invitation mails one student sends in a day at most, those sent again included.</summary>
    [Range(1, 1000)]
    public int InvitationMailsPerDay { get; set; } = 25;

    /// <summary>How many invitation mails leave for one mailbox in a day at most, whoever sends them; what is more leaves later.</summary>
    [Range(1, 1000)]
    public int InvitationMailsPerMailbox { get; set; } = 10;

    /// <summary>Whole days that a parent letter's code works (rule P4).</summary>
    [Range(1, 365)]
    public int LetterLifetimeDays { get; set; } = 30;

    /// <summary>How many parents can use a parent letter (rule P4).</summary>
    [Range(1, 10)]
    public int LetterSeats { get; set; } = 2;

    /// <summary>Days that an expired letter stays on the student's page.</summary>
    [Range(0, 365)]
    public int ExpiredLetterDays { get; set; } = 30;
}
