using Microsoft.AspNetCore.Authentication;

namespace Klik.ParentAccess.Module.Tests.Host;

/// <summary>The options of <see cref="StaffSignInHandler"/>; the tests speak plain HTTP.</summary>
internal sealed class StaffSignInOptions : RemoteAuthenticationOptions
{
    public StaffSignInOptions() => (CorrelationCookie.SameSite, CorrelationCookie.SecurePolicy) = (SameSiteMode.Lax, CookieSecurePolicy.SameAsRequest);
}
