using Klik.ParentAccess.Tests.Matrix;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Klik.ParentAccess.Tests.Portal;

/// <summary>Every path of a school and every method, asked for by everybody.</summary>
public sealed class RoleMatrixTests(RunningPortal portal)
{
    [Theory]
    [CombinatorialRole]
    [Trait("Rule", "I4")]
    [Trait("Rule", "I9")]
    [Trait("Rule", "P6")]
    public async Task Every_path_and_method_gives_each_role_the_right_answer(Role role)
    {
        await using var school = await MatrixSchool.CreateAsync(portal, role);

        var wrong = await RoleMatrix.WrongAnswersAsync(school, role, Paths());

        Assert.True(wrong.Length == 0, wrong);
        Assert.True(role is Role.Student or Role.Parent or Role.Administrator || await school.IsUntouchedAsync());
    }

    [Theory]
    [InlineData(Role.Student)]
    [InlineData(Role.Parent)]
    [InlineData(Role.Administrator)]
    [InlineData(Role.Anonymous)]
    public async Task No_form_is_taken_without_its_token(Role role)
    {
        await using var school = await MatrixSchool.CreateAsync(portal, role);

        var taken = await RoleMatrix.TakenWithoutTokenAsync(school, Paths());

        Assert.True(taken.Length == 0, taken);
        Assert.True(await school.IsUntouchedAsync());
    }

    [Fact]
    public void The_matrix_knows_the_product()
    {
        var templates = Paths().Select(path => path.Template).ToList();

        Assert.Contains("/profile/parents", templates);
        Assert.Contains("/parents/students/{student}/grades", templates);
        Assert.Contains("/admin/users", templates);
        Assert.True(templates.Count > 25);
    }

    private IReadOnlyList<MatrixPath> Paths() => RoleMatrix.Paths(portal.Services.GetRequiredService<EndpointDataSource>());
}
