using System.Security.Cryptography;
using System.Text;
using Klik.ParentAccess.Core.Schools;

namespace Klik.ParentAccess.Services;

/// <summary>The id of the school that a tenant is.</summary>
internal static class TenantSchoolId
{
    /// <summary>The tenant's name in lower case where it has the form of an id; otherwise a hash of it, as two tenants never share an id.</summary>
    public static SchoolId Of(string tenant) =>
        SchoolId.TryParse(tenant.ToLowerInvariant(), out var id)
            ? id
            : SchoolId.Parse("t-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(tenant.ToLowerInvariant())))[..32]);
}
