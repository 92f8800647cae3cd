using Klik.ParentAccess.Tests.Portal;
using Klik.ParentAccess.Tests.SignIn;
using Microsoft.Extensions.DependencyInjection;

namespace Klik.ParentAccess.Tests.Mail;

/// <summary>The whole portal with a mail server that takes mail, refuses it or is out of order.</summary>
public sealed class MailServerTests : IAsyncLifetime
{
    private readonly FakeSmtpServer _server = new();
    private readonly AdjustableClock _clock = new();
    private readonly RunningPortal _portal;

    public MailServerTests() => _portal = new RunningPortal
    {
        Settings =
        {
            ["Mail:Host"] = _server.Host,
            ["Mail:Port"] = $"{_server.Port}",
            ["Mail:From"] = "Ouders <ouders@school.example>",
        },
        Configure = builder => builder.Services.AddSingleton<TimeProvider>(_clock),
    };

    public ValueTask InitializeAsync() => _portal.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await _portal.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    [Trait("Rule", "I1")]
    [Trait("Rule", "P2")]
    public async Task The_link_in_a_delivered_mail_leads_to_the_child()
    {
        var school = await _portal.NewSchoolAsync();
        using var student = await InvitationPathTests.SignedInStudentAsync(school, await school.AddStudentAsync());
        using var parent = school.NewVisitor();
        parent.Plan = Persona.MicrosoftWork("werk@bedrijf.example");

        await student.InvitesAsync("Jan de Vries", "jan@example.nl");
        await Eventually.HoldsAsync(() => _server.Mails.Count == 1);
        var link = _server.Mails.Single().Part("text/plain").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Single(word => word.Contains('#', StringComparison.Ordinal));
        var accepted = await parent.AcceptInvitationAsync(link, "microsoft");

        Assert.Contains(link, _server.Mails.First().Part("text/html"), StringComparison.Ordinal);
        Assert.Equal("/parents", accepted.Path);
    }

    [Fact]
    [Trait("Rule", "I1")]
    [Trait("Rule", "P7")]
    public async Task A_refused_address_is_shown_to_the_student()
    {
        var school = await _portal.NewSchoolAsync();
        using var student = await InvitationPathTests.SignedInStudentAsync(school, await school.AddStudentAsync());
        _server.Answers[SmtpStep.Recipient] = "550 5.1.1 <jan.typefout@example.nl>: unknown";

        await student.InvitesAsync("Jan", "jan.typefout@example.nl");
        await Eventually.HoldsAsync(() => Logged(1003) == 1);
        var profile = await student.OpenAsync("/profile/parents");

        Assert.Contains("Could not be delivered", profile.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(_portal.Log.Lines, line => line.Text.Contains("typefout", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Rule", "P7")]
    public async Task What_a_server_does_not_take_now_it_gets_later_and_once()
    {
        var school = await _portal.NewSchoolAsync();
        using var student = await InvitationPathTests.SignedInStudentAsync(school, await school.AddStudentAsync());
        _server.Answers[SmtpStep.Recipient] = "451 4.7.1 <jan@example.nl> later";

        var invited = await student.InvitesAsync("Jan", "jan@example.nl");
        await Eventually.HoldsAsync(() => Logged(1002) == 1);
        _server.Answers.Clear();
        await Task.Delay(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);
        var beforeItsTime = _server.Mails.Count;
        _clock.Advance(TimeSpan.FromMinutes(1));
        await Eventually.HoldsAsync(() => Logged(1001) == 1);
        _clock.Advance(TimeSpan.FromHours(8));
        await Task.Delay(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);

        Assert.DoesNotContain("Could not be delivered", invited.Text, StringComparison.Ordinal);
        Assert.Equal(0, beforeItsTime);
        Assert.Single(_server.Mails);
    }

    private int Logged(int id) => _portal.Log.Lines.Count(line => line.Id.Id == id && line.Category.StartsWith("Klik.", StringComparison.Ordinal));
}
