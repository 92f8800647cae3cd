using System.Text.Json;
using System.Text.Json.Nodes;
using Klik.ParentAccess.Workflows.Activities;
using OrchardCore.Workflows.Models;
using OrchardCore.Workflows.Services;

namespace Klik.ParentAccess.Module.Tests.Host;

/// <summary>Real workflows of a school, begun by what students and parents do.</summary>
public sealed class WorkflowTests(RunningHost host)
{
    [Fact]
    [Trait("Rule", "I9")]
    [Trait("Rule", "O3")]
    public async Task A_workflow_learns_that_it_happened_and_not_to_whom()
    {
        var school = await AutomatedSchool.SetUpAsync(host);
        var (sent, accepted, withdrawn) = (
            await ListenAsync(school, nameof(ParentInvitationSentEvent)),
            await ListenAsync(school, nameof(ParentInvitationAcceptedEvent)),
            await ListenAsync(school, nameof(ParentConsentWithdrawnEvent)));
        var (name, address) = (SiteSchool.Unique("Wouter "), $"{SiteSchool.Unique("wouter")}@gmail.com");

        var (student, studentName) = await school.NewStudentAsync();
        using var parent = await school.NewParentAsync(student, name, address);
        var question = await student.OpenAsync((await student.OpenAsync("/profile/parents")).LinkTo("/withdraw"));
        await student.SubmitAsync(question, "/withdraw");

        var told = new List<string>();
        foreach (var listener in new[] { sent, accepted, withdrawn })
        {
            told.Add(Assert.Single(await RunsAsync(school, listener, count: 1)));
        }

        var ids = told.Select(state => JsonNode.Parse(state)!["Properties"]!["Told"]!.GetValue<string>()).ToList();
        Assert.All(ids, id => Assert.True(Guid.TryParse(id, out _), id));
        Assert.Equal(ids[0], ids[1]);
        Assert.NotEqual(ids[0], ids[2]);
        foreach (var state in told)
        {
            Assert.Equal("nobody", JsonNode.Parse(state)!["Properties"]!["SignedIn"]!.GetValue<string>());
            foreach (var personal in new[] { name, address, studentName, "Student", "Parent\"", "/profile", "Cookie" })
            {
                Assert.DoesNotContain(personal, state, StringComparison.OrdinalIgnoreCase);
            }
        }
    }

    [Fact]
    [Trait("Rule", "P7")]
    public async Task What_did_not_happen_starts_nothing()
    {
        var school = await AutomatedSchool.SetUpAsync(host);
        var sent = await ListenAsync(school, nameof(ParentInvitationSentEvent));
        var student = (await school.NewStudentAsync()).Visitor;
        var address = $"{SiteSchool.Unique("twice")}@example.nl";

        await student.InvitesAsync("Twice", address);
        await student.InvitesAsync("Twice", address);
        await student.InvitesAsync("", "no address");
        // A later event has come through, so that an earlier one would have.
        await student.InvitesAsync("Once", $"{SiteSchool.Unique("once")}@example.nl");

        Assert.Equal(2, (await RunsAsync(school, sent, count: 2)).Count);
    }

    [Fact]
    [Trait("Rule", "P8")]
    public async Task The_events_are_offered_in_the_language_of_the_site()
    {
        var school = await DutchSchool.SetUpAsync(host);
        using var administrator = await school.NewAdministratorAsync();
        long id = 0;
        var type = await ListenAsync(school, nameof(ParentInvitationSentEvent));
        await school.InSiteAsync(async services => id = (await services.GetRequiredService<IWorkflowTypeStore>().GetAsync(type)).Id);

        var editor = await administrator.OpenAsync($"/Admin/Workflows/Types/Edit/{id}");

        Assert.Contains("Ouder uitgenodigd", editor.Html, StringComparison.Ordinal);
        Assert.Contains("Een ouder heeft een uitnodiging geaccepteerd.", editor.Html, StringComparison.Ordinal);
        Assert.Contains("Toestemming ingetrokken", editor.Html, StringComparison.Ordinal);
    }

    /// <summary>Makes a workflow that keeps all it can find out, and gives its id.</summary>
    private static async Task<string> ListenAsync(SiteSchool school, string activity)
    {
        var id = SiteSchool.Unique("workflow");
        await school.InSiteAsync(services => services.GetRequiredService<IWorkflowTypeStore>().SaveAsync(new WorkflowType
        {
            WorkflowTypeId = id,
            Name = id,
            IsEnabled = true,
            Activities =
            [
                new() { ActivityId = "event", Name = activity, IsStart = true },
                Keep("told", "Told", "input('Id')", liquid: null),
                Keep("who", "SignedIn", "", "{% if User %}{{ User.Identity.Name | default: 'nobody' }}{% else %}nobody{% endif %}"),
                Keep("where", "Request", "", "{{ Request.Path }} {{ Request.Headers }}"),
            ],
            Transitions =
            [
                new() { SourceActivityId = "event", SourceOutcomeName = "Done", DestinationActivityId = "told" },
                new() { SourceActivityId = "told", SourceOutcomeName = "Done", DestinationActivityId = "who" },
                new() { SourceActivityId = "who", SourceOutcomeName = "Done", DestinationActivityId = "where" },
            ],
        }));
        return id;
    }

    private static ActivityRecord Keep(string id, string property, string script, string? liquid) => new()
    {
        ActivityId = id,
        Name = "SetPropertyTask",
        Properties = JsonSerializer.SerializeToNode(new
        {
            PropertyName = property,
            Syntax = liquid is null ? WorkflowScriptSyntax.JavaScript : WorkflowScriptSyntax.Liquid,
            Value = new { Expression = script },
            LiquidValue = new { Expression = liquid },
        })!.AsObject(),
    };

    /// <summary>What is kept of the runs of a workflow, once there are that many.</summary>
    private static async Task<IReadOnlyList<string>> RunsAsync(SiteSchool school, string type, int count)
    {
        IReadOnlyList<Workflow> runs = [];
        for (var attempt = 0; runs.Count < count && attempt < 200; attempt++)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
            await school.InSiteAsync(async services => runs = [.. await services.GetRequiredService<IWorkflowStore>().ListAsync(type)]);
        }

        Assert.All(runs, run => Assert.Equal(WorkflowStatus.Finished, run.Status));
        return [.. runs.Select(run => run.State.ToJsonString())];
    }
}
