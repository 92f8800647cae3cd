using Klik.ParentAccess.Tests.OwnAccounts;
using Klik.ParentAccess.Tests.Portal;

namespace Klik.ParentAccess.Tests.Letters;

/// <summary>A school of the portal, in words of letters.</summary>
internal sealed class PortalLetterSchool(TestSchool school) : ILetterSchool
{
    public SchoolVisitor NewVisitor() => school.NewVisitor();

    public Task<TestStudent> AddStudentAsync(string givenName = "Sanne", DateOnly? birthDate = null) => school.AddStudentAsync(givenName, birthDate: birthDate);

    public Task<string> MakeLetterAsync(TestStudent student) => school.MakeLetterAsync(student);

    public async Task<SchoolVisitor> SignedInAsync(TestStudent student) => await InvitationPathTests.SignedInStudentAsync(school, student);

    public Task AllowOwnAccountsAsync(bool allows) => school.AllowOwnAccountsAsync(allows ? "true" : "false");
}
