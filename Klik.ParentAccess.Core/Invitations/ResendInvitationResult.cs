namespace Klik.ParentAccess.Core.Invitations;

/// <summary>What became of a student's wish to have an invitation's mail sent again.</summary>
public enum ResendInvitationResult
{
    /// <summary>The mail is on its way again.</summary>
    Resent,

    /// <summary>The student has no such invitation that can be accepted now.</summary>
    NotOpen,

    /// <summary>The latest mail is of a moment ago (<see cref="InvitationMailAllowance.Pause"/>).</summary>
    TooSoon,

    /// <summary>The student has sent as much invitation mail as is allowed in a day.</summary>
    TooMany,
}
