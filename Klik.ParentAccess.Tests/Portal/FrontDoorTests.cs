using System.Net;

namespace Klik.ParentAccess.Tests.Portal;

/// <summary>A school's front door, and what stands where there is no door.</summary>
public sealed class FrontDoorTests(RunningPortal portal)
{
    [Fact]
    [Trait("Rule", "I2")]
    public async Task The_front_door_leads_everybody_to_their_own_page()
    {
        var school = await portal.NewSchoolAsync();
        using var stranger = school.NewVisitor();
        using var student = await InvitationPathTests.SignedInStudentAsync(school, await school.AddStudentAsync());
        using var parent = await InvitationPathTests.InvitedParentAsync(student, "jan@gmail.com");
        using var administrator = await school.NewAdministratorAsync();

        Assert.Equal("/sign-in", (await stranger.OpenAsync("/")).Path);
        Assert.Equal("/sign-in", (await stranger.OpenAsync("")).Path);
        Assert.Equal("/profile/parents", (await student.OpenAsync("/")).Path);
        Assert.Equal("/parents", (await parent.OpenAsync("/")).Path);
        Assert.Equal("/admin/users", (await administrator.OpenAsync("/")).Path);
    }

    [Fact]
    [Trait("Rule", "I11")]
    public async Task Where_there_is_no_page_stands_what_can_be_done()
    {
        var school = await portal.NewSchoolAsync();
        using var visitor = school.NewVisitor();

        var inSchool = await visitor.OpenAsync("/nothing-here");
        var outside = await visitor.OpenAsync($"{portal.Address}/nothing-here/invitation");

        Assert.Equal(HttpStatusCode.NotFound, inSchool.Status);
        Assert.Contains("This page does not exist", inSchool.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, outside.Status);
        Assert.Contains("open the link in your e-mail once more", outside.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "P3")]
    public async Task A_form_that_is_not_taken_says_so_in_words()
    {
        var school = await portal.NewSchoolAsync();
        using var visitor = school.NewVisitor();

        using var answer = await visitor.RequestAsync(HttpMethod.Post, "/sign-out", new FormUrlEncodedContent([]));
        var words = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("This form no longer works", words, StringComparison.Ordinal);
    }
}
