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
                    mailTexts["Sign in with the Google or Microsoft account that you used when you accepted."],
                ],
                mailTexts["Sign in"],
                mail.SignIn,
                [
                    mailTexts["Was it not you who accepted the invitation? Then tell {0}. {0} can stop the access at once.", student],
                ],
                school),
            mailTexts);
    }

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
