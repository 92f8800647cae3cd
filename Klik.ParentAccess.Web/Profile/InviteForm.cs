using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Core.Invitations;

namespace Klik.ParentAccess.Web.Profile;

/// <summary>The form to invite a parent: what was typed, as it was typed, and what is wrong with it.</summary>
/// <param name="Name">The name as typed.</param>
/// <param name="Address">The e-mail address as typed.</param>
/// <param name="NameProblem">What is wrong with the name, if anything.</param>
/// <param name="AddressProblem">What is wrong with the address, if anything.</param>
public sealed record InviteForm(string? Name, string? Address, PersonNameProblem? NameProblem, AddressProblem? AddressProblem)
{
    /// <summary>Nothing typed yet.</summary>
    public static InviteForm Empty { get; } = new(null, null, null, null);

    /// <summary>Whether something typed was not accepted.</summary>
    public bool IsWrong => NameProblem is not null || AddressProblem is not null;

    /// <summary>Hidden: it holds a name and an address.</summary>
    public override string ToString() => "(invite form)";
}
