using Klik.ParentAccess.Module.Tests.Host;
using OrchardCore.AuditTrail.Indexes;
using OrchardCore.AuditTrail.Models;
using OrchardCore.Workflows.Models;
using OrchardCore.Workflows.Services;
using YesSql;
using ISession = YesSql.ISession;

namespace Klik.ParentAccess.Module.Tests.Leaks;

/// <summary>What listens to events of users and content: the audit trail and workflows.</summary>
[Trait("Rule", "I9")]
[Trait("Rule", "O3")]
public sealed class ListenerTests(RunningHost host)
{
    private static readonly string[] UserEvents = ["UserCreatedEvent", "UserUpdatedEvent", "UserDeletedEvent", "UserEnabledEvent", "UserDisabledEvent", "UserLoggedInEvent", "UserConfirmedEvent"];

    private static readonly string[] ContentEvents = ["ContentCreatedEvent", "ContentUpdatedEvent", "ContentPublishedEvent", "ContentDeletedEvent", "ContentVersionedEvent", "ContentDraftSavedEvent"];

    [Fact]
    public async Task The_audit_trail_hears_nothing_of_parents_and_invitations()
    {
        var household = await Household.InAsync(host);

        var events = new List<AuditTrailEvent>();
        await household.School.InSiteAsync(async services => events.AddRange(
            await services.GetRequiredService<ISession>().Query<AuditTrailEvent, AuditTrailEventIndex>(collection: AuditTrailEvent.Collection).ListAsync()));

        // It does listen: to the students.
        Assert.Contains(events, heard => heard.Properties.ToJsonString().Contains(household.Children[0], StringComparison.Ordinal));
        Assert.All([household.ParentId, household.LetterParentId], parent => Assert.All(events, heard =>
            Assert.DoesNotContain(parent, $"{heard.CorrelationId} {heard.UserId} {heard.Properties.ToJsonString()}", StringComparison.Ordinal)));
        Assert.All(["kanarie", "Kwetterende", "rietvink", "Snavelman", household.InvitationItemId, household.LetterItemId], word => Assert.All(events, heard =>
            Assert.DoesNotContain(word, $"{heard.UserName} {heard.CorrelationId} {heard.Properties.ToJsonString()}", StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task No_workflow_starts_for_a_parent_or_an_invitation()
    {
        await Household.InAsync(host);
        var school = new SiteSchool(host, EverythingOn.Tenant, EverythingOn.Prefix);
        await school.InSiteAsync(services => services.GetRequiredService<IWorkflowTypeStore>().SaveAsync(Listening()));
        var (student, name) = await school.NewStudentAsync();
        using var parent = await school.NewParentAsync(student, SiteSchool.Unique("Lotte "), $"{SiteSchool.Unique("lotte")}@gmail.com");

        await student.InvitesAsync("Mees", $"{SiteSchool.Unique("mees")}@voorbeeld.example");
        await parent.SubmitAsync(await parent.OpenAsync("/parents/settings/delete"), "/parents/settings/delete");

        var studentId = (await school.UserAsync(name))!.UserId;
        var started = new List<Workflow>();
        await school.InSiteAsync(async services => started.AddRange(await services.GetRequiredService<IWorkflowStore>().ListAsync(nameof(ListenerTests))));
        Assert.Contains(started, workflow => workflow.CorrelationId == studentId);
        Assert.All(started, workflow => Assert.DoesNotContain("Lotte", workflow.State.ToJsonString() + workflow.CorrelationId, StringComparison.OrdinalIgnoreCase));
        Assert.All(started, workflow => Assert.DoesNotContain("Invitation", workflow.State.ToJsonString(), StringComparison.OrdinalIgnoreCase));
    }

    // Starts at whatever happens to any user or content item, and remembers it.
    private static WorkflowType Listening() => new()
    {
        WorkflowTypeId = nameof(ListenerTests),
        Name = nameof(ListenerTests),
        IsEnabled = true,
        Activities = [.. UserEvents.Concat(ContentEvents).Select(name => new ActivityRecord { ActivityId = name, Name = name, IsStart = true })],
    };
}
