namespace Klik.ParentAccess.Core.Links;

/// <summary>Whose an e-mail address is, as a student who invites somebody by it must know.</summary>
public enum AddressUse
{
    /// <summary>No account has it.</summary>
    Free,

    /// <summary>An account has it, which is not linked with the student.</summary>
    OfAccount,

    /// <summary>An account has it that is linked with the student.</summary>
    Linked,
}
