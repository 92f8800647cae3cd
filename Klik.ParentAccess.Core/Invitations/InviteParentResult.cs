using Klik.ParentAccess.Core.Accounts;

namespace Klik.ParentAccess.Core.Invitations;

/// <summary>What became of a student's wish to invite a parent.</summary>
public abstract record InviteParentResult
{
    private InviteParentResult()
    {
    }

    /// <summary>The invitation exists and its mail is on the way.</summary>
    /// <param name="InvitationId">The new invitation.</param>
    public sealed record Invited(Guid InvitationId) : InviteParentResult;

    /// <summary>Something typed is not accepted; at least one of the two is given.</summary>
    /// <param name="Name">What is wrong with the name.</param>
    /// <param name="Address">What is wrong with the address.</param>
    public sealed record Refused(PersonNameProblem? Name, AddressProblem? Address) : InviteParentResult;

    /// <summary>There is no such student, or the student is inactive.</summary>
    public sealed record NotAllowed : InviteParentResult;

    /// <summary>The student has sent as much invitation mail as is allowed in a day; nothing has happened.</summary>
    public sealed record TooMany : InviteParentResult;
}
