using Klik.ParentAccess.Core.StudentRecords.Import;
using Klik.ParentAccess.Tests.Portal;
using Klik.ParentAccess.Tests.StudentRecords.Import;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Klik.ParentAccess.Tests.Observability;

/// <summary>Traces and counters leave for a collector where one is named, and only there.</summary>
public sealed class TelemetryTests(RunningPortal usual)
{
    [Fact]
    public void Without_a_collector_nothing_is_gathered()
    {
        Assert.Null(usual.Services.GetService<TracerProvider>());
        Assert.Null(usual.Services.GetService<MeterProvider>());
    }

    [Fact]
    [Trait("Rule", "I13")]
    [Trait("Rule", "P2")]
    public async Task A_collector_gets_traces_and_counters_and_nothing_personal()
    {
        await using var collector = await FakeCollector.StartAsync();
        await using (var portal = new RunningPortal
        {
            Settings = { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address, ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf" },
        })
        {
            await portal.InitializeAsync();
            var school = await portal.NewSchoolAsync();
            using var student = await InvitationPathTests.SignedInStudentAsync(school, await school.AddStudentAsync("Kanarina"));
            using var parent = school.NewVisitor();
            parent.Plan = Persona.MicrosoftWork("zilverkanarie@bedrijf.example");
            await student.InvitesAsync("Fluitersma", "zilverkanarie@bedrijf.example");
            await parent.AcceptInvitationAsync(await school.InvitationLinkAsync("zilverkanarie@bedrijf.example"), "microsoft");
            using var folder = ImportFolder.SmallSchool();
            using var source = folder.Source();
            await school.InSchoolAsync(services => services.GetRequiredService<ImportStudentRecords>().ExecuteAsync(source, null, TestContext.Current.CancellationToken));
        }

        // What is left is sent at the end.
        var (traces, counters) = (collector.Text("traces"), collector.Text("metrics"));
        Assert.Contains("send mail", traces, StringComparison.Ordinal);
        Assert.Contains("import", traces, StringComparison.Ordinal);
        Assert.Contains("klik-portal", traces, StringComparison.Ordinal);
        Assert.Contains("parent_access.invitations.sent", counters, StringComparison.Ordinal);
        Assert.Contains("parent_access.mail", counters, StringComparison.Ordinal);
        Assert.Contains("http.server.request.duration", counters, StringComparison.Ordinal);
        Assert.All(["zilverkanarie", "Fluitersma", "Kanarina", "code=", "state=", "token="], canary =>
            Assert.DoesNotContain(canary, traces + counters, StringComparison.OrdinalIgnoreCase));
    }
}
