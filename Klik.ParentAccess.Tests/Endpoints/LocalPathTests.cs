using Klik.ParentAccess.Web.Endpoints;
using Microsoft.AspNetCore.Http;

namespace Klik.ParentAccess.Tests.Endpoints;

public class LocalPathTests
{
    [Theory]
    [Trait("Rule", "P3")]
    [InlineData("/demo/parents", true)]
    [InlineData("/demo/parents?page=2", true)]
    [InlineData("/demo/parents?at=%2Fdemo%2Fparents//..", true)]
    [InlineData("/demo/parents/students/s-1/grades", true)]
    [InlineData("/demo/parents/students/s%20a", true)]
    [InlineData(null, false)]
    [InlineData("", false)]
    [InlineData("/demo", false)]
    [InlineData("/demo/parentsandmore", false)]
    [InlineData("/demo/profile/parents", false)]
    [InlineData("/other/parents", false)]
    [InlineData("//evil.example/demo/parents", false)]
    [InlineData("/\\evil.example", false)]
    [InlineData("/demo/parents\\evil", false)]
    [InlineData("/demo/parents/../admin/users", false)]
    [InlineData("/demo/parents/%2e%2E/admin", false)]
    [InlineData("/demo/parents/%2F%2fevil.example", false)]
    [InlineData("/demo/parents/%5Cevil", false)]
    [InlineData("/demo//parents", false)]
    [InlineData("https://evil.example/demo/parents", false)]
    [InlineData("javascript:alert(1)//demo/parents", false)]
    [InlineData("demo/parents", false)]
    [InlineData(" /demo/parents", false)]
    [InlineData("/demo/parents\r\nSet-Cookie: a=b", false)]
    [InlineData("/demo/parents/é", false)]
    [InlineData("/DEMO/parents", false)]
    public void After_signing_in_a_parent_goes_nowhere_but_to_a_page_of_this_school_for_parents(string? path, bool isGood) =>
        Assert.Equal(isGood, LocalPath.IsForParents(At("/demo"), path));

    [Fact]
    [Trait("Rule", "P3")]
    public void A_path_without_end_is_refused() =>
        Assert.False(LocalPath.IsForParents(At("/demo"), "/demo/parents/" + new string('a', 2000)));

    [Theory]
    [InlineData("/parents", true)]
    [InlineData("//evil.example/parents", false)]
    [InlineData("/admin", false)]
    public void A_school_at_the_root_is_no_wider(string path, bool isGood) =>
        Assert.Equal(isGood, LocalPath.IsForParents(At(""), path));

    private static DefaultHttpContext At(string schoolBase)
    {
        var context = new DefaultHttpContext();
        context.Request.PathBase = schoolBase;
        return context;
    }
}
