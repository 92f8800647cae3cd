using Klik.ParentAccess.Tests.Matrix;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Klik.ParentAccess.Tests.Portal;

/// <summary>Every path of a school and every method, asked for by everybody, at the portal, where an administrator changes schools too.</summary>
public sealed class RoleMatrixTests(RunningPortal portal) : RoleMatrixConformance
{
    private protected override IReadOnlyList<Role> MayChange => [.. base.MayChange, Role.Administrator];

    private protected override IReadOnlyList<string> OwnPaths => ["/admin/users", "/admin/letters", "/admin/letters/text", "/admin/settings", "/admin/import"];

    private protected override async Task<MatrixSchool> CreateAsync(Role role) => await MatrixSchool.CreateAsync(new MatrixPeople(await portal.NewSchoolAsync()), role);

    private protected override Task<IReadOnlyList<MatrixPath>> PathsAsync() =>
        Task.FromResult(RoleMatrix.Paths(portal.Services.GetRequiredService<EndpointDataSource>()));
}
