using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Klik.Portal.Mail;

/// <summary>
/// A talk with a mail server (RFC 5321, STARTTLS by RFC 3207, sign-in by RFC 4954). The framework's SmtpClient will not do: it
/// goes on without having been let in when the password is wrong, cannot be stopped while it waits for the last answer, and does
/// not tell a refused sender from a refused recipient.
/// </summary>
internal sealed class SmtpSession : IAsyncDisposable
{
    private static readonly TimeSpan Goodbye = TimeSpan.FromSeconds(1);

    private readonly TcpClient _client;
    private Stream _stream;
    private SmtpLines _lines;

    private SmtpSession(TcpClient client)
    {
        _client = client;
        _stream = client.GetStream();
        _lines = new SmtpLines(_stream);
    }

    /// <summary>Connects, over TLS unless the server is this machine itself, and signs in.</summary>
    /// <exception cref="SmtpRefusalException">The server will not have us.</exception>
    public static async Task<SmtpSession> OpenAsync(MailSettings settings, CancellationToken cancellationToken)
    {
        var client = new TcpClient();
        try
        {
            await client.ConnectAsync(settings.Host, settings.Port, cancellationToken);
            var session = new SmtpSession(client);
            await session.BeginAsync(settings, cancellationToken);
            return session;
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    /// <summary>Hands over one mail; afterwards it is the server's.</summary>
    /// <param name="from">The sender's address.</param>
    /// <param name="to">The recipient's.</param>
    /// <param name="mail">Headers and body; no line begins with a full stop.</param>
    /// <param name="cancellationToken">Ends waiting.</param>
    /// <exception cref="SmtpRefusalException">The server will not have the mail.</exception>
    public async Task HandOverAsync(string from, string to, ReadOnlyMemory<byte> mail, CancellationToken cancellationToken)
    {
        await DemandAsync(SmtpStage.Sender, $"MAIL FROM:<{from}>", cancellationToken);
        await DemandAsync(SmtpStage.Recipient, $"RCPT TO:<{to}>", cancellationToken);
        await DemandAsync(SmtpStage.Content, "DATA", cancellationToken);
        await _stream.WriteAsync(mail, cancellationToken);
        await DemandAsync(SmtpStage.Content, "\r\n.", cancellationToken);
    }

    /// <summary>Says goodbye, and waits little for an answer that changes nothing.</summary>
    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(Goodbye);
        try
        {
            await _lines.AskAsync("QUIT", patience.Token);
        }
        catch (Exception problem) when (problem is IOException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
            // Gone already.
        }

        await _stream.DisposeAsync();
        _client.Dispose();
    }

    private async Task BeginAsync(MailSettings settings, CancellationToken cancellationToken)
    {
        Demand(SmtpStage.Opening, await _lines.HearAsync(cancellationToken));
        var offers = await HelloAsync(cancellationToken);
        if (settings.RequiresTls)
        {
            if (offers.Offer("STARTTLS") is null)
            {
                throw new SmtpRefusalException(SmtpStage.Opening, "without STARTTLS", isForGood: false);
            }

            await DemandAsync(SmtpStage.Opening, "STARTTLS", cancellationToken);
            await SecureAsync(settings, cancellationToken);
            offers = await HelloAsync(cancellationToken);
        }

        if (!string.IsNullOrEmpty(settings.UserName))
        {
            await SignInAsync(settings.UserName, settings.Password ?? "", offers.Offer("AUTH") ?? "", cancellationToken);
        }
    }

    private Task<SmtpReply> HelloAsync(CancellationToken cancellationToken)
    {
        var name = Dns.GetHostName();
        var isName = name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.');
        return DemandAsync(SmtpStage.Opening, $"EHLO {(isName ? name : "[127.0.0.1]")}", cancellationToken);
    }

    private async Task SecureAsync(MailSettings settings, CancellationToken cancellationToken)
    {
        var secure = new SslStream(_stream);
        _stream = secure;
        var options = new SslClientAuthenticationOptions { TargetHost = settings.Host };
        if (settings.TrustedRoots.Count > 0)
        {
            options.CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            options.CertificateChainPolicy.CustomTrustStore.AddRange(settings.TrustedRoots);
        }

        await secure.AuthenticateAsClientAsync(options, cancellationToken);

        // A new one: what was said before TLS, by whomever, is forgotten.
        _lines = new SmtpLines(secure);
    }

    private async Task SignInAsync(string userName, string password, string offer, CancellationToken cancellationToken)
    {
        var ways = offer.ToUpperInvariant().Split(' ');
        if (ways.Contains("PLAIN"))
        {
            await DemandAsync(SmtpStage.Opening, $"AUTH PLAIN {Base64($"\0{userName}\0{password}")}", cancellationToken);
        }
        else if (ways.Contains("LOGIN"))
        {
            await DemandAsync(SmtpStage.Opening, "AUTH LOGIN", cancellationToken);
            await DemandAsync(SmtpStage.Opening, Base64(userName), cancellationToken);
            await DemandAsync(SmtpStage.Opening, Base64(password), cancellationToken);
        }
        else
        {
            throw new SmtpRefusalException(SmtpStage.Opening, "without AUTH PLAIN or LOGIN", isForGood: false);
        }
    }

    private async Task<SmtpReply> DemandAsync(SmtpStage stage, string command, CancellationToken cancellationToken) =>
        Demand(stage, await _lines.AskAsync(command, cancellationToken));

    private static SmtpReply Demand(SmtpStage stage, SmtpReply reply) => reply.IsYes
        ? reply
        : throw new SmtpRefusalException(stage, reply.Code.ToString(CultureInfo.InvariantCulture), reply.IsForGood);

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
