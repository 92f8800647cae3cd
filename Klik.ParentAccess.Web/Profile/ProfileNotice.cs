namespace Klik.ParentAccess.Web.Profile;

/// <summary>What has just happened on the student's page.</summary>
public enum ProfileNotice
{
    /// <summary>An invitation is on its way.</summary>
    Invited,

    /// <summary>An invitation's mail is on its way again.</summary>
    Resent,

    /// <summary>The invitation is not there any more, or has expired.</summary>
    NotResent,

    /// <summary>The invitation is gone.</summary>
    Deleted,

    /// <summary>The invitation was gone before: accepted, or deleted already.</summary>
    NotDeleted,

    /// <summary>A parent sees nothing any more.</summary>
    Withdrawn,

    /// <summary>The parent did not see anything any more before.</summary>
    NotWithdrawn,

    /// <summary>An invitation's mail was not sent again: the latest one is of a moment ago.</summary>
    TooSoon,

    /// <summary>Nothing was sent: there has been enough mail for today.</summary>
    TooMany,

    /// <summary>A seat of the letter is free again, and who used it sees nothing any more.</summary>
    SeatFreed,

    /// <summary>The seat was free before.</summary>
    SeatNotFreed,

    /// <summary>The letter's code does not work any more.</summary>
    LetterRevoked,

    /// <summary>The letter's code did not work any more before.</summary>
    LetterNotRevoked,
}
