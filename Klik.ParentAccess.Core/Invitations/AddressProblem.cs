namespace Klik.ParentAccess.Core.Invitations;

/// <summary>Why a typed e-mail address is not accepted for an invitation.</summary>
public enum AddressProblem
{
    /// <summary>Nothing typed.</summary>
    Empty,

    /// <summary>Not an e-mail address.</summary>
    Malformed,

    /// <summary>The student's own address.</summary>
    OwnAddress,

    /// <summary>The student has invited this address already.</summary>
    Invited,

    /// <summary>The parent with this address already sees the student.</summary>
    HasAccess,
}
