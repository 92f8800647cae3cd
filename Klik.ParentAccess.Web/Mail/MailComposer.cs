using System.Globalization;
using Klik.ParentAccess.Core.Mail;
using Klik.ParentAccess.Web.Localization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging;

namespace Klik.ParentAccess.Web.Mail;

/// <summary>Writes the mails: plain words, nothing loaded from elsewhere, nobody followed.</summary>
internal sealed class MailComposer(ITexts texts, RequestLanguage languages, IServiceProvider services, ILoggerFactory loggers) : IMailComposer
{
    public Task<MailContent> InvitationAsync(InvitationMail mail, string language, CancellationToken cancellationToken)
    {
        var mailTexts = TextsIn(language);
        var (parent, student, school) = (MailName.Of(mail.ParentName), MailName.Of(mail.StudentName), MailName.Of(mail.SchoolName));
        var until = Dates.Written(DateOnly.FromDateTime(mail.ExpiresAt.DateTime), mailTexts.Language.Culture);
        return WriteAsync(
            new Letter(
                mailTexts["{0} invites you to look along at {1}", student, school],
                [
                    mailTexts["Dear {0},", parent],
                    mailTexts["{0} goes to {1} and wants to show you how school is going: grades, progress, assessments and goals.", student, school],
                    mailTexts["Open the link and sign in with a Google or Microsoft account. It may be of another e-mail address than this one."],
                    .. OwnAccountOffer(mail, mailTexts),
                ],
                mailTexts["Look at the invitation"],
                mail.Link,
                [
                    mailTexts["You can accept the invitation until {0} at {1:t}. The link is only for you: do not send it on.", until, mail.ExpiresAt],
                    mailTexts["Do you not know {0}? Then do nothing. The invitation stops working by itself, and your e-mail address is then deleted.", student],
                ],
                school),
            mailTexts);
    }

    public Task<MailContent> LinkMadeAsync(LinkMadeMail mail, string language, CancellationToken cancellationToken)
    {
        var mailTexts = TextsIn(language);
        var (parent, student, school) = (MailName.Of(mail.ParentName), MailName.Of(mail.StudentName), MailName.Of(mail.SchoolName));
        return WriteAsync(
            new Letter(
                mailTexts["You can now see the results of {0}", student],
                [
                    mailTexts["Dear {0},", parent],
                    mailTexts["The invitation of {0} has been accepted. From now on you see the results of {0} at {1}.", student, school],
                    mailTexts["Sign in in the same way as when you accepted."],
                ],
                mailTexts["Sign in"],
                mail.SignIn,
                [
                    mailTexts["Was it not you who accepted the invitation? Then tell {0}. {0} can stop the access at once.", student],
                ],
                school),
            mailTexts);
    }

    public Task<MailContent> OwnAccountAsync(OwnAccountMail mail, string language, CancellationToken cancellationToken)
    {
        var mailTexts = TextsIn(language);
        return WriteAsync(OwnAccountLetter(mail, MailName.Of(mail.SchoolName), mailTexts), mailTexts);
    }

    // No name in any of these: nobody has shown yet that it belongs to the mailbox.
    private static Letter OwnAccountLetter(OwnAccountMail mail, string school, ITexts mailTexts)
    {
        var until = mail.ExpiresAt is { } expiresAt
            ? mailTexts["The link works until {0} at {1:t}. It is only for you: do not send it on.", Dates.Written(DateOnly.FromDateTime(expiresAt.DateTime), mailTexts.Language.Culture), expiresAt]
            : "";
        return mail.Kind switch
        {
            OwnAccountMailKind.ConfirmAddress => new Letter(
                mailTexts["Confirm your e-mail address for {0}", school],
                [mailTexts["Hello,"], mailTexts["Somebody made an account at {0} with this e-mail address. Was it you? Open the link and sign in: then the address is confirmed.", school]],
                mailTexts["Confirm the address"],
                mail.Link,
                [until, mailTexts["Was it not you? Then do nothing. The account is deleted by itself, and nobody can do anything with your address."]],
                school),
            OwnAccountMailKind.AddressKnown => new Letter(
                mailTexts["You already have an account at {0}", school],
                [mailTexts["Hello,"], mailTexts["Somebody wanted to make an account at {0} with this e-mail address, but you have one. Sign in with it; if you have forgotten the password, choose a new one there.", school]],
                mailTexts["Sign in"],
                mail.Link,
                [mailTexts["Was it not you? Then you need not do anything. Nothing has changed about your account."]],
                school),
            OwnAccountMailKind.ResetPassword => new Letter(
                mailTexts["Choose a new password for {0}", school],
                [mailTexts["Hello,"], mailTexts["Somebody asked for a new password for your account at {0}. Was it you? Open the link and choose one.", school]],
                mailTexts["Choose a new password"],
                mail.Link,
                [until, mailTexts["Was it not you? Then do nothing. Your password stays as it is."]],
                school),
            OwnAccountMailKind.SignInChanged => new Letter(
                mailTexts["You sign in differently at {0} from now on", school],
                [mailTexts["Hello,"], mailTexts["The password of your account at {0} was changed, or a passkey was added or removed. Was it you? Then you need not do anything.", school]],
                mailTexts["Choose a new password"],
                mail.Link,
                [mailTexts["Was it not you? Choose a new password at once. Everybody who uses your account is then signed out."]],
                school),
            _ => throw new ArgumentOutOfRangeException(nameof(mail)),
        };
    }

    private static IEnumerable<string> OwnAccountOffer(InvitationMail mail, ITexts mailTexts) =>
        mail.OffersOwnAccounts ? [mailTexts["You can also make an account at the school itself."]] : [];

    private ITexts TextsIn(string language) =>
        texts.ForCulture(languages.Find(language) is { } known ? CultureInfo.GetCultureInfo(known.Tag) : CultureInfo.InvariantCulture);

    private async Task<MailContent> WriteAsync(Letter letter, ITexts mailTexts)
    {
        await using var renderer = new HtmlRenderer(services, loggers);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>
            {
                [nameof(LetterDocument.Letter)] = letter,
                [nameof(LetterDocument.T)] = mailTexts,
            });
            return (await renderer.RenderComponentAsync<LetterDocument>(parameters)).ToHtmlString();
        });
        return new MailContent(letter.Subject, html, letter.ToText(), mailTexts.Language.Tag);
    }
}
