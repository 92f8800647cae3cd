namespace Klik.ParentAccess.Core.Schools;

/// <summary>
/// Where the school's pages are, for links in mail and letters. Never taken from a request's Host header, which an
/// attacker chooses: a link with a secret in it must lead home.
/// </summary>
public interface ISchoolAddress
{
    /// <summary>The absolute address of the present school's pages, ending in a slash.</summary>
    Uri Base { get; }
}
