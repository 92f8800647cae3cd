using Klik.ParentAccess.Core.Invitations;
using Klik.ParentAccess.Tests.Portal;
using Klik.Portal.Storage;
using Klik.Portal.Storage.Invitations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Klik.ParentAccess.Tests.Browser;

/// <summary>The student's page, in each of its states, with ordinary and with absurdly long texts.</summary>
[Trait("Rule", "P9")]
public sealed class StudentAccessibilityTests(BrowserWorld world) : AccessibilityTest(world)
{
    [Fact]
    public async Task Pages_of_the_student_are_usable_for_everybody()
    {
        var school = await Portal.NewSchoolAsync();
        var sanne = await school.AddStudentAsync("Sanne");
        var student = await SignedInStudentAsync(school, sanne, "nl");
        await LookAsync(student, "profile empty");
        await student.Button("Send invitation").ClickAsync();
        await LookAsync(student, "profile with errors");

        foreach (var (name, number) in new[] { (LongName, 1), ("Jan de Vries", 2), ("Piet", 3), ("Fatma", 4) })
        {
            await InviteAsync(student, name, $"ouder{number}.{school.Id}@gmail.com");
        }

        await LookAsync(student, "profile invited");
        await ChangeInvitationsAsync(school);
        var parent = await SignedInParentAsync(school, $"ouder1.{school.Id}@gmail.com");
        await parent.Page.Locator(".klik-child h2 a").ClickAsync();
        await parent.Link("Grades").First.ClickAsync();
        await SignedInParentAsync(school, $"ouder2.{school.Id}@gmail.com");
        await student.OpenAsync("/profile/parents");
        await student.Page.Locator("summary").First.ClickAsync();
        await LookAsync(student, "profile full");
        await student.Link("Stop access").First.ClickAsync();
        await LookAsync(student, "profile withdraw question");
        await student.Button("Yes, stop access").ClickAsync();
        await LookAsync(student, "profile withdrawn");
        foreach (var notice in new[] { "resent", "not-resent", "deleted", "not-deleted", "not-withdrawn" })
        {
            await student.OpenAsync($"/profile/parents?notice={notice}");
            await LookAsync(student, $"profile notice {notice}");
        }

        await student.OpenAsync("/parents");
        await LookAsync(student, "not for you");

        ShowFindings();
    }

    /// <summary>Of the last two invitations one could not be delivered and the other was not accepted in time.</summary>
    private static Task ChangeInvitationsAsync(TestSchool school) => school.InSchoolAsync(async services =>
    {
        var invitations = services.GetRequiredService<ParentAccessDbContext>().Set<InvitationRow>().OrderBy(row => row.CreatedAt);
        var ids = await invitations.Select(row => row.Id).ToListAsync(TestContext.Current.CancellationToken);
        await invitations.Where(row => row.Id == ids[2]).ExecuteUpdateAsync(set => set.SetProperty(row => row.Mail, InvitationMailState.Undeliverable), TestContext.Current.CancellationToken);
        await invitations.Where(row => row.Id == ids[3]).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.ExpiresAt, row => row.CreatedAt).SetProperty(row => row.Address, (string?)null).SetProperty(row => row.AddressHash, (string?)null),
            TestContext.Current.CancellationToken);
    });
}
