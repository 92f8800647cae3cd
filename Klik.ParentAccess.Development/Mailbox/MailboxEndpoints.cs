using System.Text;
using Klik.ParentAccess.Web.Hardening;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Klik.ParentAccess.Development.Mailbox;

/// <summary>The mailbox page, in Development only.</summary>
internal static class MailboxEndpoints
{
    public const string Path = "/dev/mail";

    public static void MapMailbox(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, (Mailbox mailbox) => new RazorComponentResult<MailboxPage>(new { mailbox.Mails }));
        routes.MapGet(Path + "/{id:guid}", IResult (Guid id, Mailbox mailbox) =>
            Find(mailbox, id) is { } mail ? new RazorComponentResult<MailPage>(new { Delivered = mail }) : Results.NotFound());
        routes.MapGet(Path + "/{id:guid}/html", IResult (Guid id, Mailbox mailbox, HttpContext context) =>
        {
            // A mail carries its style in itself; nothing else is let in, also where the host sets no headers.
            context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'";
            return Find(mailbox, id) is { } mail ? Results.Content(mail.Mail.Content.Html, "text/html", Encoding.UTF8) : Results.NotFound();
        }).WithMetadata(new PageSources(""));
    }

    private static DeliveredMail? Find(Mailbox mailbox, Guid id) => mailbox.Mails.FirstOrDefault(mail => mail.Mail.Id == id);
}
