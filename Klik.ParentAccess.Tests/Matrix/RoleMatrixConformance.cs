namespace Klik.ParentAccess.Tests.Matrix;

/// <summary>Every path of a school and every method, asked for by everybody, in each host.</summary>
public abstract class RoleMatrixConformance
{
    /// <summary>Who may change what is Sanne's or the school's, and is asked to.</summary>
    private protected virtual IReadOnlyList<Role> MayChange => [Role.Student, Role.Parent];

    [Theory]
    [CombinatorialRole]
    [Trait("Rule", "I4")]
    [Trait("Rule", "I9")]
    [Trait("Rule", "P6")]
    public async Task Every_path_and_method_gives_each_role_the_right_answer(Role role)
    {
        await using var school = await CreateAsync(role);

        var wrong = await RoleMatrix.WrongAnswersAsync(school, role, await PathsAsync());

        Assert.True(wrong.Length == 0, wrong);
        Assert.True(MayChange.Contains(role) || await school.IsUntouchedAsync());
    }

    [Theory]
    [InlineData(Role.Student)]
    [InlineData(Role.Parent)]
    [InlineData(Role.Administrator)]
    [InlineData(Role.Anonymous)]
    public async Task No_form_is_taken_without_its_token(Role role)
    {
        await using var school = await CreateAsync(role);

        var taken = await RoleMatrix.TakenWithoutTokenAsync(school, await PathsAsync());

        Assert.True(taken.Length == 0, taken);
        Assert.True(await school.IsUntouchedAsync());
    }

    [Fact]
    public async Task The_matrix_knows_the_product()
    {
        var templates = (await PathsAsync()).Select(path => path.Template).ToList();

        Assert.All(["/profile/parents", "/parents/students/{student}/grades", .. OwnPaths], path => Assert.Contains(path, templates));
        Assert.True(templates.Count > 20 + OwnPaths.Count, $"{templates.Count} paths");
    }

    /// <summary>Some paths that this host has and the other has not.</summary>
    private protected virtual IReadOnlyList<string> OwnPaths => [];

    private protected abstract Task<MatrixSchool> CreateAsync(Role role);

    /// <summary>Every path of a school.</summary>
    private protected abstract Task<IReadOnlyList<MatrixPath>> PathsAsync();
}
