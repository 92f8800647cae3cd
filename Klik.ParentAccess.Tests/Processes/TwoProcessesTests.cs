using System.Net;
using Klik.ParentAccess.Core.Letters.Throttling;
using Klik.ParentAccess.Tests.Administration;
using Klik.ParentAccess.Tests.Failure;
using Klik.ParentAccess.Tests.Letters;
using Klik.ParentAccess.Tests.Portal;

namespace Klik.ParentAccess.Tests.Processes;

/// <summary>Two processes behind one address, and nobody kept with one of them: each request goes to the other one.</summary>
[Collection(ProcessGroup.Name)]
public sealed class TwoProcessesTests(TwoProcesses two) : IClassFixture<TwoProcesses>
{
    [Fact]
    [Trait("Rule", "P3")]
    public async Task An_invitation_and_a_sign_in_begun_on_one_are_finished_on_the_other()
    {
        var school = await two.Installation.NewSchoolAsync();
        using var student = await InvitationPathTests.SignedInStudentAsync(school, await school.AddStudentAsync("Sanne"));
        using var parent = school.NewVisitor();
        parent.Plan = Persona.MicrosoftWork("jan@bedrijf.example");

        var invited = await student.InvitesAsync("Jan de Vries", "jan@bedrijf.example");
        var link = await two.Mail.InvitationLinkAsync("jan@bedrijf.example");
        var before = two.Installation.Asked.Count();
        var asked = await parent.FollowInvitationAsync(link, "microsoft");
        var accepted = await parent.SubmitAsync(asked, "/invitation/accept");
        var again = await parent.OpenAsync("/parents");

        Assert.Contains("Jan de Vries", invited.Text, StringComparison.Ordinal);
        Assert.Equal("/invitation/accept", asked.Path);
        Assert.Equal("/parents", accepted.Path);
        Assert.Contains("Sanne", again.Text, StringComparison.Ordinal);
        // In turns, so that no step was taken by the process that took the one before: the page of the invitation, the sign-in's
        // beginning, its end, the question, the answer, the children.
        Assert.Equal([0, 1, 0, 1, 0, 1, 0, 1], two.Installation.Asked.Skip(before));
    }

    [Fact]
    [Trait("Rule", "P4")]
    public async Task Failures_are_counted_together()
    {
        var school = await two.Installation.NewSchoolAsync();
        using var guesser = school.NewVisitor();
        guesser.Plan = Persona.Gmail("gokker@gmail.com");
        var code = await school.MakeLetterAsync(await school.AddStudentAsync());

        var form = await guesser.FollowLetterAsync(Guessing.UnknownCode());
        for (var i = 0; i < RedeemThrottle.FreeForAccount; i++)
        {
            form = await guesser.SubmitAsync(form, "/a/link", ("displayName", "Gokker"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, form.Status);
        }

        // Neither process alone has seen more than half of them.
        Assert.Equal(HttpStatusCode.TooManyRequests, (await guesser.SubmitAsync(form, "/a/link", ("code", code))).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await guesser.SubmitAsync(form, "/a/link", ("code", code))).Status);
    }

    [Fact]
    [Trait("Rule", "P7")]
    public async Task Both_send_mail_and_each_mail_leaves_once()
    {
        const int Most = 20;
        var school = await two.Installation.NewSchoolAsync();
        using var student = await InvitationPathTests.SignedInStudentAsync(school, await school.AddStudentAsync());
        var profile = await student.OpenAsync("/profile/parents");
        var invited = new List<string>();

        for (var round = 0; round < Most && !two.Installation.Instances.All(HasSent); round++)
        {
            foreach (var parent in Enumerable.Range(0, 25).Select(number => $"ouder{round}.{number}@example.nl"))
            {
                using var answer = await student.PressAsync(profile, "/profile/parents", ("name", "Jan"), ("email", parent));
                Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
                invited.Add(parent);
            }

            await school.UntilNothingWaitsAsync();
        }

        Assert.All(two.Installation.Instances, instance => Assert.True(HasSent(instance)));
        var mails = two.Mail.Mails.ToList();
        Assert.Equal(mails.Count, mails.Select(mail => mail.Whole["Message-ID"]).Distinct().Count());
        Assert.All(invited, address => Assert.Single(mails, mail => mail.To == $"RCPT TO:<{address}>"));
    }

    [Fact]
    [Trait("Rule", "L1")]
    public async Task A_PDF_of_letters_made_by_one_is_shown_and_given_by_both()
    {
        var school = await two.Installation.NewSchoolAsync();
        await school.AddStudentAsync("Sanne");
        using var administrator = await school.NewAdministratorAsync();

        var ready = await administrator.MakeAsync();
        var before = two.Installation.Asked.Count();
        using var one = await administrator.RequestAsync(HttpMethod.Get, LettersPage.PathOfPdf(ready));
        using var other = await administrator.RequestAsync(HttpMethod.Get, LettersPage.PathOfPdf(ready));

        Assert.Equal(2, two.Installation.Asked.Skip(before).Distinct().Count());
        Assert.Equal(await one.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken), await other.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Single(ServedPdf.CodesIn(await ServedPdf.TextOfAsync(one)).Distinct());
    }

    private static bool HasSent(PortalInstance instance) => instance.Output.Any(line => line.Contains("1001", StringComparison.Ordinal));
}
