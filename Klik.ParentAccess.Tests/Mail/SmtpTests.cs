using System.Net.Mail;
using System.Text;
using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Core.Mail;
using Klik.ParentAccess.Tests.SignIn;
using Klik.Portal.Mail;
using Microsoft.Extensions.Logging;

namespace Klik.ParentAccess.Tests.Mail;

/// <summary>What goes over the wire to a mail server, and what is made of its answers.</summary>
public sealed class SmtpTests : IDisposable
{
    /// <summary>This machine too, but not by a name that the portal knows as such.</summary>
    private const string Elsewhere = "127.0.0.2";

    private const string Link = "https://ouders.example.nl/linde/invitation#v1.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=x";
    private const string Recipient = "jan.de.vries@example.nl";

    private static readonly Guid Id = Guid.Parse("0197f000-0000-7000-8000-000000000001");
    private static readonly MailContent Content = new(
        "Een schoolgenoot nodigt u uit – kijk mee in «’s‑Gravenzande Lyceum» met een heel lange naam 🎒",
        $"<!DOCTYPE html><html lang=\"nl\"><body><p>Geachte mevrouw Çelik,</p><a href=\"{Link}\">Meekijken</a></body></html>",
        $"Geachte mevrouw Çelik,\n\nVolg deze link:\n{Link}\n\n. een punt vooraan\n.\nMet vriendelijke groet",
        "nl");

    private readonly CapturedLog _log = new();
    private readonly ILoggerFactory _loggers;

    public SmtpTests() => _loggers = LoggerFactory.Create(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(_log));

    public static TheoryData<SmtpStep> StepsInTheOpen =>
        [SmtpStep.Greeting, SmtpStep.Hello, SmtpStep.SignIn, SmtpStep.Word, SmtpStep.Mail, SmtpStep.Recipient, SmtpStep.Data, SmtpStep.Content];

    public void Dispose()
    {
        _loggers.Dispose();
        _log.Dispose();
    }

    [Fact]
    [Trait("Rule", "I1")]
    public async Task A_mail_arrives_whole_in_both_parts()
    {
        await using var server = new FakeSmtpServer();

        var outcome = await SendAsync(server);

        Assert.Equal(MailOutcome.Sent, outcome);
        var mail = Assert.Single(server.Mails);
        Assert.Contains($"<{Recipient}>", mail.To, StringComparison.Ordinal);
        Assert.Contains("<ouders@school.example>", mail.From, StringComparison.Ordinal);
        Assert.Equal(Content.Subject, mail.Subject);
        Assert.Equal(Lines(Content.Text), Lines(mail.Part("text/plain")));
        Assert.Equal(Lines(Content.Html), Lines(mail.Part("text/html")));
    }

    [Fact]
    [Trait("Rule", "I1")]
    public async Task A_mail_says_what_it_is_and_is_the_same_mail_at_every_attempt()
    {
        await using var server = new FakeSmtpServer();

        await SendAsync(server);
        await SendAsync(server);

        Assert.All(server.Mails, mail =>
        {
            Assert.Equal($"<{Id:N}@school.example>", mail.Whole["Message-ID"]);
            Assert.Equal("auto-generated", mail.Whole["Auto-Submitted"]);
            Assert.Equal("nl", mail.Whole["Content-Language"]);
            Assert.Equal("Klik School é <ouders@school.example>", MailPart.Decode(mail.Whole["From"]));
            Assert.StartsWith("multipart/alternative", mail.Whole["Content-Type"], StringComparison.Ordinal);
            Assert.NotEmpty(mail.Whole["Date"]);
        });
        Assert.Equal(2, server.Mails.Count);
    }

    /// <summary>What a mail server may not change or refuse (RFC 5321): no line over 998 bytes, nothing but ASCII.</summary>
    [Fact]
    public async Task Every_line_is_short_and_in_ASCII()
    {
        await using var server = new FakeSmtpServer();

        await SendAsync(server);

        var mail = Assert.Single(server.Mails);
        Assert.True(mail.Raw.All(char.IsAscii));
        Assert.All(mail.Raw.Split("\r\n"), line => Assert.True(line.Length <= 200, line));
    }

    [Fact]
    [Trait("Rule", "I1")]
    public async Task An_international_domain_is_written_in_ASCII()
    {
        await using var server = new FakeSmtpServer();

        var outcome = await SendAsync(server, to: "jan@bücher.example");

        Assert.Equal(MailOutcome.Sent, outcome);
        Assert.Contains("<jan@xn--bcher-kva.example>", Assert.Single(server.Mails).To, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_is_given_to_a_server_that_asks_for_it()
    {
        await using var server = new FakeSmtpServer();

        await SendAsync(server);

        Assert.Equal([Base64("klik"), Base64("mail-password")], server.Lines.Select(line => line.Text).SkipWhile(line => line != "AUTH LOGIN").Skip(1).Take(2));
        Assert.Single(server.Mails);
    }

    [Fact]
    public async Task A_password_is_given_the_plain_way_where_the_server_knows_it()
    {
        await using var server = new FakeSmtpServer { SignInWays = "PLAIN LOGIN" };

        await SendAsync(server);

        Assert.Contains(server.Lines, line => line.Text == $"AUTH PLAIN {Base64("\0klik\0mail-password")}");
        Assert.Single(server.Mails);
    }

    [Fact]
    public async Task A_server_that_knows_no_way_to_sign_in_gets_no_mail()
    {
        await using var server = new FakeSmtpServer { SignInWays = "XOAUTH2" };

        var outcome = await SendAsync(server);

        Assert.Equal(MailOutcome.TryLater, outcome);
        Assert.Empty(server.Mails);
    }

    [Theory]
    [InlineData("localhost", false)]
    [InlineData("127.0.0.1", false)]
    [InlineData("::1", false)]
    [InlineData("localhost.example.nl", true)]
    [InlineData("127.0.0.1.example.nl", true)]
    [InlineData("smtp.example.nl", true)]
    [InlineData("10.0.0.5", true)]
    public void Mail_goes_in_the_open_only_to_this_machine(string host, bool requiresTls) =>
        Assert.Equal(requiresTls, new MailSettings(host, 25, null, null, new MailAddress("a@b.example")).RequiresTls);

    [Fact]
    public async Task A_server_elsewhere_without_STARTTLS_gets_neither_the_password_nor_the_mail()
    {
        await using var server = new FakeSmtpServer(Elsewhere);

        var outcome = await SendAsync(server);

        Assert.Equal(MailOutcome.TryLater, outcome);
        Assert.All(server.Lines, line => Assert.Matches("^(EHLO|QUIT)", line.Text));
    }

    [Fact]
    public async Task A_server_whose_certificate_nobody_vouches_for_gets_neither_the_password_nor_the_mail()
    {
        using var certificate = FakeSmtpServer.CertificateFor(Elsewhere);
        await using var server = new FakeSmtpServer(Elsewhere) { Certificate = certificate };

        var outcome = await SendAsync(server);

        Assert.Equal(MailOutcome.TryLater, outcome);
        Assert.All(server.Lines, line => Assert.Matches("^(EHLO|STARTTLS|QUIT)", line.Text));
        Assert.All(server.Lines, line => Assert.False(line.IsSecure));
    }

    [Fact]
    public async Task Password_and_mail_go_within_TLS()
    {
        using var certificate = FakeSmtpServer.CertificateFor(Elsewhere);
        await using var server = new FakeSmtpServer(Elsewhere) { Certificate = certificate };

        var outcome = await SendAsync(server, settings => settings with { TrustedRoots = [certificate] });

        Assert.Equal(MailOutcome.Sent, outcome);
        Assert.Equal(Lines(Content.Text), Lines(Assert.Single(server.Mails).Part("text/plain")));
        Assert.Contains(server.Lines, line => line.Text.StartsWith("AUTH", StringComparison.Ordinal));
        Assert.All(server.Lines.Where(line => !line.Text.StartsWith("EHLO", StringComparison.Ordinal) && line.Text != "STARTTLS"), line => Assert.True(line.IsSecure));
    }

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
        var settings = new MailSettings(server.Host, 1, null, null, new MailAddress("ouders@school.example"));

        var outcome = await new SmtpMailTransport(settings, TimeProvider.System, _loggers.CreateLogger<SmtpMailTransport>()).SendAsync(Mail(Recipient), TestContext.Current.CancellationToken);

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

    /// <summary>The name of a school is free text.</summary>
    [Fact]
    [Trait("Rule", "P7")]
    public async Task A_subject_with_a_line_break_adds_no_header()
    {
        await using var server = new FakeSmtpServer();

        var outcome = await SendAsync(server, content: Content with { Subject = "Uitnodiging\r\nBcc: ander@example.nl" });

        Assert.Equal(MailOutcome.Sent, outcome);
        Assert.Equal("Uitnodiging Bcc: ander@example.nl", Assert.Single(server.Mails).Subject);
        Assert.DoesNotContain("\r\nBcc", server.Mails.Single().Raw, StringComparison.OrdinalIgnoreCase);
    }

    private static OutgoingMail Mail(string to, MailContent? content = null)
    {
        Assert.True(EmailAddress.TryParse(to, out var address));
        return new OutgoingMail(Id, address, content ?? Content);
    }

    private Task<MailOutcome> SendAsync(
        FakeSmtpServer server, Func<MailSettings, MailSettings>? change = null, string to = Recipient, MailContent? content = null, CancellationToken? cancellationToken = null)
    {
        var settings = new MailSettings(server.Host, server.Port, "klik", "mail-password", new MailAddress("ouders@school.example", "Klik School é"));
        var transport = new SmtpMailTransport(change?.Invoke(settings) ?? settings, TimeProvider.System, _loggers.CreateLogger<SmtpMailTransport>());
        return transport.SendAsync(Mail(to, content), cancellationToken ?? TestContext.Current.CancellationToken);
    }

    private void AssertNothingPersonalIsLogged()
    {
        Assert.NotEmpty(_log.Lines);
        Assert.All(_log.Lines, line => Assert.DoesNotMatch("jan|vries|@|password|#", line.Text));
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static string[] Lines(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
}
