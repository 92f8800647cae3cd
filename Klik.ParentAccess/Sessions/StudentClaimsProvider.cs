using System.Security.Claims;
using Klik.ParentAccess.Services.Students;
using OrchardCore.Users;
using OrchardCore.Users.Models;
using OrchardCore.Users.Services;

namespace Klik.ParentAccess.Sessions;

/// <summary>Says which student a user of the site is.</summary>
internal sealed class StudentClaimsProvider(StudentOfUser students) : IUserClaimsProvider
{
    public async Task GenerateAsync(IUser user, ClaimsIdentity claims)
    {
        if (user is User someone && await students.FindAsync(someone) is { } student)
        {
            claims.AddClaim(new Claim(SiteClaims.Student, student.Value));
        }
    }
}
