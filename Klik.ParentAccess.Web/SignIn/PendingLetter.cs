namespace Klik.ParentAccess.Web.SignIn;

/// <summary>What somebody with a parent letter takes along to the provider and back (rules L4, P3).</summary>
/// <param name="Code">The code, as it is printed; well-formed, and nothing more is known of it.</param>
/// <param name="SaysToHaveAccount">Whether the person chose to sign in, and not to register.</param>
public sealed record PendingLetter(string Code, bool SaysToHaveAccount)
{
    /// <summary>Hidden: it holds a code.</summary>
    public override string ToString() => "(pending letter)";
}
