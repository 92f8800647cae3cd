using Klik.ParentAccess.Core.Mail;

namespace Klik.ParentAccess.Tests.Fakes;

/// <summary>Writes nothing but what a test looks at.</summary>
internal sealed class FakeMailComposer : IMailComposer
{
    public Task<MailContent> InvitationAsync(InvitationMail mail, string language, CancellationToken cancellationToken) =>
        Task.FromResult(new MailContent($"{mail.StudentName} invites {mail.ParentName}", "", mail.Link.AbsoluteUri, language));

    public Task<MailContent> LinkMadeAsync(LinkMadeMail mail, string language, CancellationToken cancellationToken) =>
        Task.FromResult(new MailContent($"{mail.ParentName} sees {mail.StudentName}", "", mail.SignIn.AbsoluteUri, language));

    public Task<MailContent> OwnAccountAsync(OwnAccountMail mail, string language, CancellationToken cancellationToken) =>
        Task.FromResult(new MailContent(mail.Kind.ToString(), "", mail.Link.AbsoluteUri, language));
}
