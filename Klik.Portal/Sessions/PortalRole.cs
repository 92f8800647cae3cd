namespace Klik.Portal.Sessions;

/// <summary>What somebody is at a school.</summary>
internal enum PortalRole
{
    Student,
    Parent,
    Administrator,
}
