using System.Security.Claims;
using Klik.ParentAccess.Core.Students;
using OrchardCore.Users;
using OrchardCore.Users.Services;

namespace Klik.ParentAccess.Sessions;

/// <summary>
/// Says which student a user of the site is: the one who has the user's name in the school's records. Never by address, which
/// a user can choose.
/// </summary>
internal sealed class StudentClaimsProvider(IStudents students) : IUserClaimsProvider
{
    public async Task GenerateAsync(IUser user, ClaimsIdentity claims)
    {
        if (await students.FindBySignInNameAsync(user.UserName, CancellationToken.None) is { } student)
        {
            claims.AddClaim(new Claim(SiteClaims.Student, student.Id.Value));
        }
    }
}
