using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Core.Mail;
using Klik.ParentAccess.Development.Mailbox;
using Microsoft.Extensions.Localization;
using OrchardCore.Email;
using OrchardCore.Infrastructure;

namespace Klik.Host.Development;

/// <summary>An e-mail provider for Orchard that keeps what the sites send in the mailbox page of Development.</summary>
internal sealed class MailboxEmailProvider(Mailbox mailbox, TimeProvider time, IStringLocalizer<MailboxEmailProvider> localizer) : IEmailProvider
{
    public const string Name = "Mailbox";

    private const string UnknownLanguage = "und";

    public LocalizedString DisplayName => localizer["Mailbox of Development"];

    public async Task<Result> SendAsync(MailMessage message, CancellationToken cancellationToken)
    {
        if (!EmailAddress.TryParse(message.To, out var to))
        {
            return Result.Failed(localizer["The mailbox takes mail for one address."]);
        }

        var content = new MailContent(message.Subject ?? "", message.HtmlBody ?? "", message.TextBody ?? "", UnknownLanguage);
        await mailbox.SendAsync(new OutgoingMail(Guid.CreateVersion7(time.GetUtcNow()), to, content), cancellationToken);
        return Result.Success();
    }
}
