using Klik.ParentAccess.Core.Schools;

namespace Klik.Portal.Schools;

/// <summary>The school's pages below the portal's public address.</summary>
internal sealed class PublicSchoolAddress(ICurrentSchool school, PublicAddress address) : ISchoolAddress
{
    public Uri Base => new(address.Value, $"{school.School.Id}/");
}
