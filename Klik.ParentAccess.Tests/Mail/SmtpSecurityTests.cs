using System.Net.Mail;
using System.Text;
using Klik.ParentAccess.Core.Mail;
using Klik.Portal.Mail;

namespace Klik.ParentAccess.Tests.Mail;

/// <summary>What a mail server must show before it gets the password or the mail.</summary>
public sealed class SmtpSecurityTests : SmtpTest
{
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

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
