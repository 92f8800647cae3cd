using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Klik.ParentAccess.Tests.Mail;

/// <summary>
/// A mail server on a loopback port: in the open or with STARTTLS, and as unwilling as a test wants. It writes down everything
/// that it is told.
/// </summary>
internal sealed class FakeSmtpServer : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<SmtpLine> _lines = new();
    private readonly ConcurrentQueue<ReceivedMail> _mails = new();
    private readonly ConcurrentBag<Task> _connections = [];
    private readonly Task _accepting;
    private int _talks;
    private int _hung;

    /// <param name="host">127.0.0.1, or another address of this machine's that a portal does not take for itself.</param>
    /// <param name="port">A port, to come back where another one was.</param>
    public FakeSmtpServer(string host = "127.0.0.1", int port = 0)
    {
        Host = host;
        _listener = new TcpListener(IPAddress.Parse(host), port);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public string Host { get; }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>With a certificate the server offers STARTTLS.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>The ways to sign in that it knows.</summary>
    public string SignInWays { get; init; } = "LOGIN";

    /// <summary>What it answers instead of yes, by step.</summary>
    public ConcurrentDictionary<SmtpStep, string> Answers { get; } = new();

    /// <summary>The step at which it falls silent, for as long as this says so.</summary>
    public SmtpStep? HangsAt { get; set; }

    /// <summary>How often it has fallen silent.</summary>
    public int Hung => _hung;

    /// <summary>The step at which it ends the connection without a word.</summary>
    public SmtpStep? DropsAt { get; set; }

    /// <summary>The recipient whose mail it never answers about.</summary>
    public string? HangsFor { get; set; }

    /// <summary>Whether it keeps the mails after which it ends the connection or says no.</summary>
    public bool KeepsAnyway { get; set; }

    /// <summary>Every command, in order.</summary>
    public IReadOnlyCollection<SmtpLine> Lines => _lines;

    /// <summary>The mails that it said yes to.</summary>
    public IReadOnlyCollection<ReceivedMail> Mails => _mails;

    /// <summary>How many connections are open.</summary>
    public int Talks => _talks;

    /// <summary>How long it thinks before it says yes to a mail that it has noted.</summary>
    public TimeSpan Thinks { get; set; }

    /// <summary>A certificate that its holder made for this address; nobody trusts it.</summary>
    public static X509Certificate2 CertificateFor(string host)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={host}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Parse(host));
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        using var made = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }

    public async ValueTask DisposeAsync()
    {
        // The listener goes last: whoever asks a stopped one for the next connection is told off.
        await _stop.CancelAsync();
        await _accepting;
        _listener.Dispose();
        await Task.WhenAll(_connections);
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _connections.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        Interlocked.Increment(ref _talks);
        using (client)
        {
            try
            {
                await TalkAsync(client.GetStream());
            }
            catch (Exception ended) when (ended is IOException or OperationCanceledException or AuthenticationException or ObjectDisposedException)
            {
                // The other side has gone, or did not trust the certificate.
            }
            finally
            {
                Interlocked.Decrement(ref _talks);
            }
        }
    }

    private async Task TalkAsync(Stream stream)
    {
        var reader = new StreamReader(stream, Encoding.Latin1);
        var isSecure = false;
        var (from, to, before) = ("", "", "");
        if (!await AnswerAsync(stream, SmtpStep.Greeting, "220 mail.example ready"))
        {
            return;
        }

        while (await reader.ReadLineAsync(_stop.Token) is { } line)
        {
            _lines.Enqueue(new SmtpLine(isSecure, line));
            var step = StepOf(line);
            if (step == SmtpStep.Mail)
            {
                from = line;
            }
            else if (step == SmtpStep.Recipient)
            {
                to = line;
            }

            if (step == SmtpStep.Recipient && HangsFor is { } unlucky && to.Contains(unlucky, StringComparison.Ordinal))
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, _stop.Token);
            }

            var taken = await AnswerAsync(stream, step, Yes(step, isSecure, line, before));
            before = line;
            if (!taken)
            {
                return;
            }

            if (Answers.ContainsKey(step))
            {
                continue;
            }

            switch (step)
            {
                case SmtpStep.StartTls:
                    var secure = new SslStream(stream);
                    await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = Certificate }, _stop.Token);
                    (stream, reader, isSecure) = (secure, new StreamReader(secure, Encoding.Latin1), true);
                    break;
                case SmtpStep.Data:
                    var content = await ContentAsync(reader);
                    if (KeepsAnyway || (DropsAt != SmtpStep.Content && HangsAt != SmtpStep.Content && !Answers.ContainsKey(SmtpStep.Content)))
                    {
                        _mails.Enqueue(ReceivedMail.Parse(from, to, content));
                        await Task.Delay(Thinks, _stop.Token);
                    }

                    if (!await AnswerAsync(stream, SmtpStep.Content, "250 taken"))
                    {
                        return;
                    }

                    break;
                case SmtpStep.Quit:
                    return;
            }
        }
    }

    private string Yes(SmtpStep step, bool isSecure, string line, string before) => step switch
    {
        SmtpStep.Hello => "250-mail.example\r\n" + (Certificate is not null && !isSecure ? "250-STARTTLS\r\n" : "") + $"250 AUTH {SignInWays}",
        SmtpStep.StartTls => "220 go on",
        SmtpStep.SignIn => line.StartsWith("AUTH PLAIN ", StringComparison.Ordinal) ? "235 welcome" : "334 VXNlcm5hbWU6",
        SmtpStep.Word => before == "AUTH LOGIN" ? "334 UGFzc3dvcmQ6" : "235 welcome",
        SmtpStep.Data => "354 go on",
        SmtpStep.Quit => "221 bye",
        _ => "250 ok",
    };

    /// <summary>The link of the invitation that an address got; waits until the mail has arrived.</summary>
    public async Task<string> InvitationLinkAsync(string address)
    {
        var mail = await Eventually.FindAsync(() => Mails.FirstOrDefault(mail => mail.To == $"RCPT TO:<{address}>"));
        return mail.Part("text/plain").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).First(word => word.Contains("/invitation#", StringComparison.Ordinal));
    }

    private async Task<bool> AnswerAsync(Stream stream, SmtpStep step, string yes)
    {
        if (DropsAt == step)
        {
            return false;
        }

        if (HangsAt == step)
        {
            Interlocked.Increment(ref _hung);
            while (HangsAt == step)
            {
                await Task.Delay(5, _stop.Token);
            }

            return false;
        }

        await stream.WriteAsync(Encoding.Latin1.GetBytes(Answers.GetValueOrDefault(step, yes) + "\r\n"), _stop.Token);
        return true;
    }

    private async Task<string> ContentAsync(StreamReader reader)
    {
        var content = new StringBuilder();
        while (true)
        {
            // A mail whose end was never heard is no mail (RFC 5321, 4.1.1.4).
            var line = await reader.ReadLineAsync(_stop.Token) ?? throw new IOException("The other side has gone in the middle of a mail.");
            if (line == ".")
            {
                return content.ToString();
            }

            content.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        }
    }

    private static SmtpStep StepOf(string line) => line.Split(' ', ':')[0].ToUpperInvariant() switch
    {
        "EHLO" or "HELO" => SmtpStep.Hello,
        "STARTTLS" => SmtpStep.StartTls,
        "AUTH" => SmtpStep.SignIn,
        "MAIL" => SmtpStep.Mail,
        "RCPT" => SmtpStep.Recipient,
        "DATA" => SmtpStep.Data,
        "QUIT" => SmtpStep.Quit,
        _ => SmtpStep.Word,
    };
}
