using Klik.ParentAccess.Core.Mail;

namespace Klik.ParentAccess.Tests.Fakes;

/// <summary>A mail server that says what a test tells it to.</summary>
internal sealed class FakeMailTransport : IMailTransport
{
    private readonly List<OutgoingMail> _sent = [];

    /// <summary>What it says from now on.</summary>
    public MailOutcome Outcome { get; set; } = MailOutcome.Sent;

    /// <summary>What happens while a mail is handed over.</summary>
    public Func<OutgoingMail, Task> Meanwhile { get; set; } = _ => Task.CompletedTask;

    /// <summary>How often a mail was offered.</summary>
    public int Attempts { get; private set; }

    /// <summary>What it has taken.</summary>
    public IReadOnlyList<OutgoingMail> Sent => _sent;

    public async Task<MailOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        Attempts++;
        await Meanwhile(mail);
        if (Outcome == MailOutcome.Sent)
        {
            _sent.Add(mail);
        }

        return Outcome;
    }
}
