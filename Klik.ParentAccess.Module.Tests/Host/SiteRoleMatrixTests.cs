using Klik.ParentAccess.Tests.Matrix;

namespace Klik.ParentAccess.Module.Tests.Host;

/// <summary>Every path of the module and every method, asked for by everybody, in the Orchard host.</summary>
public sealed class SiteRoleMatrixTests(RunningHost host)
{
    [Theory]
    [CombinatorialRole]
    [Trait("Rule", "I4")]
    [Trait("Rule", "I9")]
    [Trait("Rule", "P6")]
    public async Task Every_path_and_method_gives_each_role_the_right_answer(Role role)
    {
        await using var school = await SiteMatrixSchool.CreateAsync(host, role);

        var wrong = await RoleMatrix.WrongAnswersAsync(school, role, await PathsAsync());

        Assert.True(wrong.Length == 0, wrong);
        Assert.True(role is Role.Student or Role.Parent || await school.IsUntouchedAsync());
    }

    [Theory]
    [InlineData(Role.Student)]
    [InlineData(Role.Parent)]
    [InlineData(Role.Administrator)]
    [InlineData(Role.Anonymous)]
    public async Task No_form_is_taken_without_its_token(Role role)
    {
        await using var school = await SiteMatrixSchool.CreateAsync(host, role);

        var taken = await RoleMatrix.TakenWithoutTokenAsync(school, await PathsAsync());

        Assert.True(taken.Length == 0, taken);
        Assert.True(await school.IsUntouchedAsync());
    }

    [Fact]
    public async Task The_matrix_knows_the_product()
    {
        var templates = (await PathsAsync()).Select(path => path.Template).ToList();

        Assert.Contains("/profile/parents", templates);
        Assert.Contains("/parents/students/{student}/grades", templates);
        Assert.True(templates.Count > 20);
    }

    private async Task<IReadOnlyList<MatrixPath>> PathsAsync()
    {
        IReadOnlyList<MatrixPath> paths = [];
        await host.InTenantAsync("Default", services =>
        {
            paths = RoleMatrix.Paths(services.GetRequiredService<EndpointDataSource>());
            return Task.CompletedTask;
        });
        return paths;
    }
}
