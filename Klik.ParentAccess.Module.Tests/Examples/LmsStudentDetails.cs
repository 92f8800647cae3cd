using Klik.ParentAccess.Services.Students;
using OrchardCore.Users.Models;

namespace Klik.ParentAccess.Module.Tests.Examples;

/// <summary>What a student is called, from what the LMS keeps with the user.</summary>
public sealed class LmsStudentDetails : IStudentDetails
{
    public Task<StudentDetails> OfAsync(User user)
    {
        var given = (string?)user.Properties["LmsPupil"]?["FirstName"] ?? user.UserName;
        var family = (string?)user.Properties["LmsPupil"]?["LastName"] ?? "";
        return Task.FromResult(new StudentDetails(given, family, $"{given} {family}".Trim())
        {
            ClassTitle = (string?)user.Properties["LmsPupil"]?["Class"],
            FamilyLanguage = (string?)user.Properties["LmsPupil"]?["FamilyLanguage"],
        });
    }
}
