using System.Net;
using Klik.ParentAccess.Tests.Portal;

namespace Klik.ParentAccess.Module.Tests.Host;

/// <summary>Two schools with parent access in one host: neither cookies nor ids nor secrets of the one count in the other.</summary>
[Trait("Rule", "O1")]
public sealed class SchoolsApartTests(RunningHost host)
{
    private const string South = "/south";

    [Fact]
    public async Task A_parent_of_one_school_is_nobody_in_the_other()
    {
        using var parent = new SiteVisitor(host);
        await InvitedAsync("apart1@gmail.com");

        var here = await parent.SignInAsParentAsync(Persona.Gmail("apart1@gmail.com"));
        var there = await parent.OpenAsync($"{South}/parents");
        var again = await parent.SignInAsParentAsync(Persona.Gmail("apart1@gmail.com"), school: South);

        Assert.Equal("/parents", here.Address.AbsolutePath);
        Assert.Equal($"{South}/sign-in", there.Address.AbsolutePath);
        Assert.Equal($"{South}/no-access", again.Address.AbsolutePath);
    }

    [Fact]
    public async Task A_session_of_one_school_is_none_in_the_other_under_that_ones_name_either()
    {
        using var parent = new SiteVisitor(host);
        await InvitedAsync("apart2@gmail.com");
        await parent.SignInAsParentAsync(Persona.Gmail("apart2@gmail.com"));
        var session = parent.Cookies.GetCookies(new Uri(host.Address)).Single(cookie => cookie.Name.StartsWith("orchauth_", StringComparison.Ordinal));

        parent.Cookies.Add(new Uri(host.Address), new Cookie("orchauth_South", session.Value, "/"));
        var there = await parent.OpenAsync($"{South}/parents");

        Assert.Equal("orchauth_Default", session.Name);
        Assert.Equal($"{South}/sign-in", there.Address.AbsolutePath);
    }

    [Fact]
    public async Task A_parent_of_both_sees_in_each_the_child_of_that_school_alone()
    {
        using var parent = new SiteVisitor(host);
        var here = await InvitedAsync("apart3@gmail.com");
        var there = await InvitedAsync("apart3@gmail.com", "South", South);

        var first = await parent.SignInAsParentAsync(Persona.Gmail("apart3@gmail.com"));
        var second = await parent.SignInAsParentAsync(Persona.Gmail("apart3@gmail.com"), school: South);
        var child = new Uri(first.LinkTo("/parents/students/")).AbsolutePath;
        var elsewhere = await parent.OpenAsync(South + child);

        Assert.Contains(here, first.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(there, first.Text, StringComparison.Ordinal);
        Assert.Contains(there, second.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(here, second.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, elsewhere.Status);
    }

    [Fact]
    public async Task An_invitation_of_one_school_opens_nothing_in_the_other()
    {
        using var parent = new SiteVisitor(host);
        await InvitedAsync("apart4@example.nl");
        var link = await host.InvitationLinkAsync("apart4@example.nl");

        var answer = await parent.SubmitAsync(await parent.OpenAsync($"{South}/invitation"), "/sign-in/google", ("token", link.Split('#')[1]));

        Assert.StartsWith(South, answer.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Empty(answer.Document.QuerySelectorAll("form[action$='/invitation/accept']"));
        Assert.NotEqual($"{South}/invitation/accept", answer.Address.AbsolutePath);
    }

    [Fact]
    public async Task Each_school_has_keys_of_its_own_outside_the_database()
    {
        await InvitedAsync("apart5@gmail.com");
        await InvitedAsync("apart5@gmail.com", "South", South);

        var here = KeysOf("Default");
        var there = KeysOf("South");

        Assert.NotEqual(here, there);
        Assert.False(Directory.Exists(Path.Combine(host.FolderOf("North"), "Klik.ParentAccess")));
    }

    private string KeysOf(string tenant) =>
        string.Concat(Directory.GetFiles(Path.Combine(host.FolderOf(tenant), "Klik.ParentAccess")).Order().Select(File.ReadAllText));

    private async Task<string> InvitedAsync(string address, string tenant = "Default", string school = "")
    {
        var name = await host.AddStudentAsync(tenant);
        using var student = new SiteVisitor(host, school);
        await student.SignInAsync(name);
        await student.InvitesAsync("Ouder", address);
        return name;
    }
}
