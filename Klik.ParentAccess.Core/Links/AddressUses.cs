namespace Klik.ParentAccess.Core.Links;

/// <summary>Tells the use of an address from the accounts that have it.</summary>
public static class AddressUses
{
    /// <summary>The use of an address.</summary>
    /// <param name="areLinked">Of each account that has it, whether it is linked with the student.</param>
    public static AddressUse Of(IReadOnlyCollection<bool> areLinked) =>
        areLinked is { Count: 0 } ? AddressUse.Free
        : areLinked.Contains(true) ? AddressUse.Linked
        : AddressUse.OfAccount;
}
