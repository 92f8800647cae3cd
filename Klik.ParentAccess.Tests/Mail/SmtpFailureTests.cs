using Klik.ParentAccess.Core.Mail;

namespace Klik.ParentAccess.Tests.Mail;

/// <summary>What is made of the answers of a mail server, and of none.</summary>
public sealed class SmtpFailureTests : SmtpTest
{
    public static TheoryData<SmtpStep> StepsInTheOpen =>
        [SmtpStep.Greeting, SmtpStep.Hello, SmtpStep.SignIn, SmtpStep.Word, SmtpStep.Mail, SmtpStep.Recipient, SmtpStep.Data, SmtpStep.Content];

    [Theory]
    [InlineData(SmtpStep.Recipient, "550 5.1.1 <jan.de.vries@example.nl> unknown", MailOutcome.Refused)]
    [InlineData(SmtpStep.Recipient, "553 5.1.3 <jan.de.vries@example.nl> is no mailbox", MailOutcome.Refused)]
    [InlineData(SmtpStep.Recipient, "551 5.1.6 jan.de.vries@example.nl has moved", MailOutcome.Refused)]
    [InlineData(SmtpStep.Recipient, "554 5.2.1 jan.de.vries@example.nl wants no mail", MailOutcome.Refused)]
    [InlineData(SmtpStep.Recipient, "556 5.1.10 the domain of jan.de.vries@example.nl takes no mail", MailOutcome.Refused)]
    [InlineData(SmtpStep.Recipient, "450 4.2.1 jan.de.vries@example.nl is busy", MailOutcome.TryLater)]
    [InlineData(SmtpStep.Recipient, "451 4.7.1 jan.de.vries@example.nl is greylisted", MailOutcome.TryLater)]
    [InlineData(SmtpStep.Recipient, "452 4.2.2 jan.de.vries@example.nl is full", MailOutcome.TryLater)]
    [InlineData(SmtpStep.Recipient, "552 5.2.2 jan.de.vries@example.nl is full", MailOutcome.TryLater)]
    [InlineData(SmtpStep.Recipient, "554 5.7.1 <jan.de.vries@example.nl>: relay access denied", MailOutcome.TryLater)]
    [InlineData(SmtpStep.Recipient, "550 jan.de.vries@example.nl unknown", MailOutcome.Refused)]
    [InlineData(SmtpStep.Hello, "jan.de.vries@example.nl", MailOutcome.TryLater)]
    [InlineData(SmtpStep.Recipient, "530 5.7.0 sign in first", MailOutcome.TryLater)]
    [InlineData(SmtpStep.Greeting, "421 4.3.2 closed", MailOutcome.TryLater)]
    [InlineData(SmtpStep.Greeting, "554 5.7.1 not from your address", MailOutcome.TryLater)]
    [InlineData(SmtpStep.Word, "535 5.7.8 wrong password", MailOutcome.TryLater)]
    [InlineData(SmtpStep.Mail, "550 5.7.1 ouders@school.example may not send", MailOutcome.TryLater)]
    [InlineData(SmtpStep.Content, "451 4.3.0 later", MailOutcome.TryLater)]
    [InlineData(SmtpStep.Content, "554 5.6.0 jan.de.vries@example.nl does not want this", MailOutcome.Refused)]
    [InlineData(SmtpStep.Content, "550 5.7.26 not signed", MailOutcome.TryLater)]
    [Trait("Rule", "I13")]
    [Trait("Rule", "P7")]
    public async Task Only_what_is_wrong_with_the_address_or_the_mail_is_given_up_at_once(SmtpStep step, string answer, MailOutcome expected)
    {
        await using var server = new FakeSmtpServer();
        server.Answers[step] = answer;

        var outcome = await SendAsync(server);

        Assert.Equal(expected, outcome);
        Assert.Empty(server.Mails);
        AssertNothingPersonalIsLogged();
    }

    [Theory]
    [MemberData(nameof(StepsInTheOpen))]
    [Trait("Rule", "P7")]
    public async Task A_server_that_falls_silent_is_tried_again_later(SmtpStep step)
    {
        await using var server = new FakeSmtpServer { HangsAt = step };

        var outcome = await SendAsync(server, settings => settings with { Timeout = TimeSpan.FromMilliseconds(500) }).WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);

        Assert.Equal(MailOutcome.TryLater, outcome);
        AssertNothingPersonalIsLogged();
    }

    [Theory]
    [MemberData(nameof(StepsInTheOpen))]
    [Trait("Rule", "P7")]
    public async Task A_server_that_goes_away_is_tried_again_later(SmtpStep step)
    {
        await using var server = new FakeSmtpServer { DropsAt = step };

        var outcome = await SendAsync(server);

        Assert.Equal(MailOutcome.TryLater, outcome);
        AssertNothingPersonalIsLogged();
    }

    /// <summary>The mail has been taken; what comes after that is no reason to send it again.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("Rule", "P7")]
    public async Task A_server_that_does_not_say_goodbye_has_taken_the_mail(bool hangs)
    {
        await using var server = hangs ? new FakeSmtpServer { HangsAt = SmtpStep.Quit } : new FakeSmtpServer { DropsAt = SmtpStep.Quit };

        var outcome = await SendAsync(server).WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);

        Assert.Equal(MailOutcome.Sent, outcome);
    }

    [Fact]
    [Trait("Rule", "P7")]
    public async Task A_server_that_is_not_there_is_tried_again_later()
    {
        var server = new FakeSmtpServer();
        await server.DisposeAsync();

        var outcome = await SendAsync(server, settings => settings with { Port = 1 });

        Assert.Equal(MailOutcome.TryLater, outcome);
    }

    [Fact]
    public async Task A_portal_that_stops_does_not_wait_for_a_silent_server()
    {
        await using var server = new FakeSmtpServer { HangsAt = SmtpStep.Mail };
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(500));

        var sending = SendAsync(server, cancellationToken: stop.Token).WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
    }
}
