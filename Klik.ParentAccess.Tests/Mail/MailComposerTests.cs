using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Klik.ParentAccess.Core.Mail;
using Klik.ParentAccess.Web.Localization;
using Klik.ParentAccess.Web.Mail;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Klik.ParentAccess.Tests.Mail;

public sealed class MailComposerTests : IDisposable
{
    private const string Secret = "AZVWL38OfE6KOw1abwwbKv";

    private static readonly InvitationMail Invitation = new(
        "Het Voorbeeld", "Jan de Vries", "Sanne", new Uri($"https://school.example/demo/invitation#{Secret}"), new DateTimeOffset(2026, 3, 16, 20, 30, 0, TimeSpan.FromHours(1)));

    private readonly ServiceProvider _services = new ServiceCollection().AddLogging().AddParentAccessTexts(options => options.Folder = "no such folder").BuildServiceProvider();

    [Theory]
    [Trait("Rule", "P8")]
    [InlineData("nl", "nl", "Sanne nodigt u uit om mee te kijken bij Het Voorbeeld", "Beste Jan de Vries,", "16 maart 2026 om 20:30")]
    [InlineData("en", "en", "Sanne invites you to look along at Het Voorbeeld", "Dear Jan de Vries,", "16 March 2026 at 20:30")]
    [InlineData("tlh", "en", "Sanne invites you to look along at Het Voorbeeld", "Dear Jan de Vries,", "16 March 2026 at 20:30")]
    public async Task An_invitation_is_written_in_the_language_asked_for(string language, string written, string subject, string greeting, string until)
    {
        var mail = await Composer().InvitationAsync(Invitation, language, TestContext.Current.CancellationToken);

        var page = Parse(mail.Html);
        Assert.Equal((written, subject), (mail.Language, mail.Subject));
        Assert.Equal(written, page.DocumentElement.GetAttribute("lang"));
        Assert.All([mail.Text, page.Body!.TextContent], text =>
        {
            Assert.Contains(greeting, text, StringComparison.Ordinal);
            Assert.Contains(until, text, StringComparison.Ordinal);
        });
    }

    [Fact]
    [Trait("Rule", "P2")]
    public async Task Every_link_of_an_invitation_has_the_secret_after_the_hash_and_nothing_is_loaded_from_elsewhere()
    {
        var mail = await Composer().InvitationAsync(Invitation, "nl", TestContext.Current.CancellationToken);

        var page = Parse(mail.Html);
        Assert.Equal(Invitation.Link.AbsoluteUri, Assert.Single(page.Links).GetAttribute("href"));
        Assert.Contains(Invitation.Link.AbsoluteUri, mail.Text, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("img, link, script, iframe, object, form, [src], [background], [onload]"));
        Assert.DoesNotContain("url(", mail.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("@import", mail.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Secret, mail.Html.Replace($"#{Secret}", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Rule", "I1")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("Jan\" onmouseover=\"x")]
    [InlineData("Jan\r\nBcc: mia@example.nl")]
    [InlineData("{0} {1} {")]
    [InlineData("Jan & Mia <jan@example.nl>")]
    [InlineData("\u202eevil\u2066")]
    public async Task A_hostile_name_stays_a_name(string name)
    {
        var mail = await Composer().InvitationAsync(
            Invitation with { ParentName = name, StudentName = name, SchoolName = name }, "nl", TestContext.Current.CancellationToken);

        Assert.DoesNotContain(mail.Subject, char.IsControl);
        Assert.Single(Parse(mail.Html).Links);
        Assert.Empty(Parse(mail.Html).QuerySelectorAll("script, [onmouseover]"));
        Assert.All([mail.Subject, mail.Text, mail.Html], text => Assert.DoesNotContain(text, sign => sign is '\u202e' or '\u2066'));
        Assert.DoesNotContain("\nBcc:", mail.Text, StringComparison.Ordinal);
        Assert.Contains(MailName.Of(name), Parse(mail.Html).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Rule", "I1")]
    [InlineData("win.evil.example nu", "win. evil. example nu")]
    [InlineData("mw. A.B. de Vries", "mw. A. B. de Vries")]
    [InlineData("  Jan \t de\u2028Vries ", "Jan de Vries")]
    [InlineData("نور\u200cالله", "نور\u200cالله")]
    public void A_name_in_a_mail_makes_no_link_and_stays_on_one_line(string name, string expected) => Assert.Equal(expected, MailName.Of(name));

    [Theory]
    [Trait("Rule", "I2")]
    [InlineData("nl", "U kunt nu de resultaten van Sanne zien", "Hebt u de uitnodiging niet zelf geaccepteerd?")]
    [InlineData("en", "You can now see the results of Sanne", "Was it not you who accepted the invitation?")]
    public async Task The_mail_that_a_link_is_made_says_what_to_do_if_it_was_somebody_else(string language, string subject, string warning)
    {
        var made = new LinkMadeMail("Het Voorbeeld", "Jan", "Sanne", new Uri("https://school.example/demo/sign-in"));

        var mail = await Composer().LinkMadeAsync(made, language, TestContext.Current.CancellationToken);

        Assert.Equal(subject, mail.Subject);
        Assert.Contains(warning, mail.Text, StringComparison.Ordinal);
        Assert.Contains(warning, Parse(mail.Html).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(made.SignIn.AbsoluteUri, Assert.Single(Parse(mail.Html).Links).GetAttribute("href"));
    }

    public void Dispose() => _services.Dispose();

    private MailComposer Composer()
    {
        var texts = _services.GetRequiredService<ITexts>();
        return new MailComposer(texts, new RequestLanguage(texts), _services, NullLoggerFactory.Instance);
    }

    private static IDocument Parse(string html) => new HtmlParser().ParseDocument(html);
}
