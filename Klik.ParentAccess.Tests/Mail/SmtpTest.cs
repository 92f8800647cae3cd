using System.Net.Mail;
using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Core.Mail;
using Klik.ParentAccess.Tests.SignIn;
using Klik.Portal.Mail;
using Microsoft.Extensions.Logging;

namespace Klik.ParentAccess.Tests.Mail;

/// <summary>What all tests of a mail server have: one mail, a way to send it, and everything that is logged of it.</summary>
public abstract class SmtpTest : IDisposable
{
    /// <summary>This machine too, but not by a name that the portal knows as such.</summary>
    protected const string Elsewhere = "127.0.0.2";

    protected const string Recipient = "jan.de.vries@example.nl";

    private const string Link = "https://ouders.example.nl/linde/invitation#v1.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=x";

    protected static readonly Guid Id = Guid.Parse("0197f000-0000-7000-8000-000000000001");

    protected static readonly MailContent Content = new(
        "Een schoolgenoot nodigt u uit – kijk mee in «’s‑Gravenzande Lyceum» met een heel lange naam 🎒",
        $"<!DOCTYPE html><html lang=\"nl\"><body><p>Geachte mevrouw Çelik,</p><a href=\"{Link}\">Meekijken</a></body></html>",
        $"Geachte mevrouw Çelik,\n\nVolg deze link:\n{Link}\n\n. een punt vooraan\n.\nMet vriendelijke groet",
        "nl");

    private readonly CapturedLog _log = new();
    private readonly ILoggerFactory _loggers;

    protected SmtpTest() => _loggers = LoggerFactory.Create(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(_log));

    public void Dispose()
    {
        _loggers.Dispose();
        _log.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected Task<MailOutcome> SendAsync(
        FakeSmtpServer server, Func<MailSettings, MailSettings>? change = null, string to = Recipient, MailContent? content = null, CancellationToken? cancellationToken = null)
    {
        Assert.True(EmailAddress.TryParse(to, out var address));
        var settings = new MailSettings(server.Host, server.Port, "klik", "mail-password", new MailAddress("ouders@school.example", "Klik School é"));
        var transport = new SmtpMailTransport(change?.Invoke(settings) ?? settings, TimeProvider.System, _loggers.CreateLogger<SmtpMailTransport>());
        return transport.SendAsync(new OutgoingMail(Id, address, content ?? Content), cancellationToken ?? TestContext.Current.CancellationToken);
    }

    protected void AssertNothingPersonalIsLogged()
    {
        Assert.NotEmpty(_log.Lines);
        Assert.All(_log.Lines, line => Assert.DoesNotMatch("jan|vries|@|password|#", line.Text));
    }

    protected static string[] Lines(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
}
