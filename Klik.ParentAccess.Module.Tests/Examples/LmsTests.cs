using System.Text.Json.Nodes;
using Klik.ParentAccess.Module.Tests.Host;
using Klik.ParentAccess.Tests.Localization;
using Klik.ParentAccess.Tests.Portal;
using Microsoft.AspNetCore.Identity;
using OrchardCore.Users;
using OrchardCore.Users.Models;

namespace Klik.ParentAccess.Module.Tests.Examples;

/// <summary>An LMS with student records of its own, as docs/orchard.md tells how.</summary>
public sealed class LmsTests(LmsHost host) : IClassFixture<LmsHost>
{
    public static TheoryData<string> Examples => ["LmsStudentRecords.cs", "LmsStudentDetails.cs", "LmsStartup.cs"];

    [Fact]
    [Trait("Rule", "I14")]
    public async Task A_parent_sees_what_the_lms_gives()
    {
        var (name, id) = await AddPupilAsync();
        using var student = new SiteVisitor(host);
        using var parent = new SiteVisitor(host);
        await student.SignInAsync(name);
        await student.InvitesAsync("Jan", "lms@gmail.com");

        var children = await parent.SignInAsParentAsync(Persona.Gmail("lms@gmail.com"));
        var grades = await parent.OpenAsync($"/parents/students/{id}/grades");

        Assert.Contains("Lotte de Wit", children.Text, StringComparison.Ordinal);
        Assert.Contains("Wiskunde", grades.Text, StringComparison.Ordinal);
        Assert.Contains($"Toets van {id}", grades.Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void The_documentation_shows_the_code_that_runs_here(string file)
    {
        var code = File.ReadAllText(SourceTexts.PathOf("Klik.ParentAccess.Module.Tests", "Examples", file));
        var documentation = File.ReadAllText(SourceTexts.PathOf("docs", "orchard.md"));

        var shown = code[code.IndexOf("/// <summary>", StringComparison.Ordinal)..].TrimEnd();

        Assert.Contains(shown.ReplaceLineEndings("\n"), documentation.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    private async Task<(string Name, string Id)> AddPupilAsync()
    {
        var name = await host.AddStudentAsync();
        var id = "";
        await host.InTenantAsync("Default", async services =>
        {
            var users = services.GetRequiredService<UserManager<IUser>>();
            var user = Assert.IsType<User>(await users.FindByNameAsync(name));
            user.Properties["LmsPupil"] = new JsonObject { ["FirstName"] = "Lotte", ["LastName"] = "de Wit", ["Class"] = "2B" };
            Assert.True((await users.UpdateAsync(user)).Succeeded);
            id = user.UserId;
        });
        return (name, id);
    }
}
