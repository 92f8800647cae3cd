namespace Klik.Portal.Administration.Users;

/// <summary>What has just happened in user management.</summary>
public enum UserNotice
{
    /// <summary>A student is active.</summary>
    MadeActive,

    /// <summary>A student is inactive.</summary>
    MadeInactive,

    /// <summary>A student stays inactive, because the school's own system says so.</summary>
    InactiveInSource,

    /// <summary>There is no such student any more.</summary>
    Gone,
}
