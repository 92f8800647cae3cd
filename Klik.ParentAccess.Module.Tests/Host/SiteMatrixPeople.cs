using Klik.ParentAccess.Tests.Matrix;
using Klik.ParentAccess.Tests.Portal;

namespace Klik.ParentAccess.Module.Tests.Host;

/// <summary>Who comes to the first school of the Orchard host.</summary>
internal sealed class SiteMatrixPeople(RunningHost host) : IMatrixPeople
{
    private readonly SiteSchool _school = new(host);

    public string Address => host.Address;

    public SchoolVisitor NewVisitor() => _school.NewVisitor();

    public async Task<SchoolVisitor> NewStudentAsync() => (await _school.NewStudentAsync()).Visitor;

    public async Task<SchoolVisitor> NewAdministratorAsync() => await _school.NewAdministratorAsync();

    public async Task<SchoolVisitor> NewStudentElsewhereAsync() => (await new SiteSchool(host, "South", "/south").NewStudentAsync()).Visitor;
}
