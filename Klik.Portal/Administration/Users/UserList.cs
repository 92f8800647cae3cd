namespace Klik.Portal.Administration.Users;

/// <summary>The lists of user management.</summary>
public enum UserList
{
    Students,
    Parents,
}
