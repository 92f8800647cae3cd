using Klik.ParentAccess.Tests.Matrix;

namespace Klik.ParentAccess.Tests.Portal;

/// <summary>Who comes to a school of the portal.</summary>
internal sealed class MatrixPeople(TestSchool school) : IMatrixPeople
{
    public string Address => school.Address;

    public SchoolVisitor NewVisitor() => school.NewVisitor();

    public async Task<SchoolVisitor> NewStudentAsync() => await InvitationPathTests.SignedInStudentAsync(school, await school.AddStudentAsync());

    public async Task<SchoolVisitor> NewAdministratorAsync() => await school.NewAdministratorAsync();

    public async Task<SchoolVisitor> NewStudentElsewhereAsync()
    {
        var other = await school.Portal.NewSchoolAsync();
        return await InvitationPathTests.SignedInStudentAsync(other, await other.AddStudentAsync());
    }
}
