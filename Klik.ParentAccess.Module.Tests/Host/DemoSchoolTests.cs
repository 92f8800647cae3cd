using Klik.ParentAccess.Tests.Portal;

namespace Klik.ParentAccess.Module.Tests.Host;

/// <summary>The demo recipe imports the demo school, and that is what a parent sees.</summary>
[Trait("Rule", "O7")]
public sealed class DemoSchoolTests(RunningHost host)
{
    [Fact]
    [Trait("Rule", "I14")]
    [Trait("Rule", "I15")]
    public async Task A_parent_sees_the_records_of_the_demo_school()
    {
        await host.SetUpAsync(DemoSchool.Prefix);
        using var student = new SiteVisitor(host, DemoSchool.Prefix);
        using var parent = new SiteVisitor(host, DemoSchool.Prefix);
        await student.SignInAsync("sanne.devries", password: DemoSchool.Password);
        await student.InvitesAsync("Jan de Vries", "jan.demo@gmail.com");

        var overview = await parent.SignInAsParentAsync(Persona.Gmail("jan.demo@gmail.com"));

        Assert.Contains("Sanne de Vries", overview.Text, StringComparison.Ordinal);
        foreach (var (part, told) in new[]
        {
            ("grades", "Wiskunde"),
            ("progress", "Begrijpend lezen"),
            ("assessments", "Microscooppracticum"),
            ("goals", "Een voldoende voor wiskunde"),
            ("links", "Schaakclub"),
            ("conversations", "Startgesprek"),
        })
        {
            Assert.Contains(told, (await parent.OpenAsync($"/parents/students/s2001/{part}")).Text, StringComparison.Ordinal);
        }
    }
}
