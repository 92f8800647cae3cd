using Klik.ParentAccess.Core.Mail;

namespace Klik.ParentAccess.Tests.Mail;

/// <summary>What a mail looks like that has gone over the wire.</summary>
public sealed class SmtpTests : SmtpTest
{
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
}
