using System.Text;
using Klik.ParentAccess.Web.Hardening;
using Klik.ParentAccess.Web.Pages;

namespace Klik.ParentAccess.Development.Mailbox;

/// <summary>The mailbox page, in Development only.</summary>
internal static class MailboxEndpoints
{
    public const string Path = "/dev/mail";

    public static void MapMailbox(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, (Mailbox mailbox) => new DocumentResult<MailboxPage>(new Dictionary<string, object?> { [nameof(MailboxPage.Mails)] = mailbox.Mails }));
        routes.MapGet(Path + "/{id:guid}", IResult (Guid id, Mailbox mailbox) =>
            Find(mailbox, id) is { } mail ? new DocumentResult<MailPage>(new Dictionary<string, object?> { [nameof(MailPage.Delivered)] = mail }) : Results.NotFound());
        routes.MapGet(Path + "/{id:guid}/html", IResult (Guid id, Mailbox mailbox, HttpContext context) =>
        {
            // A mail carries its style in itself; nothing else is let in, also where the host sets no headers.
            context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'";
            return Find(mailbox, id) is { } mail ? Results.Content(mail.Mail.Content.Html, "text/html", Encoding.UTF8) : Results.NotFound();
        }).WithMetadata(new PageSources(""));
    }

    private static DeliveredMail? Find(Mailbox mailbox, Guid id) => mailbox.Mails.FirstOrDefault(mail => mail.Mail.Id == id);
}
