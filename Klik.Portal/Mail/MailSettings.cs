using System.Net.Mail;
using System.Security.Cryptography.X509Certificates;
using Klik.ParentAccess.Core.Accounts;
using Klik.Portal.Settings;

namespace Klik.Portal.Mail;

/// <summary>The mail server, from the section <c>Mail</c>.</summary>
/// <param name="Host">The server's name.</param>
/// <param name="Port">587 unless set.</param>
/// <param name="UserName">To sign in with, if the server asks.</param>
/// <param name="Password">To sign in with, if the server asks.</param>
/// <param name="From">The sender's address, with or without a name.</param>
internal sealed record MailSettings(string Host, int Port, string? UserName, string? Password, MailAddress From)
{
    public const string HostSetting = "Mail:Host";
    private const string PortSetting = "Mail:Port";
    private const string FromSetting = "Mail:From";

    /// <summary>A server that has not taken a mail after so long is tried again later.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Who vouches for the server, in place of those that the system trusts; no setting fills it, a test does.</summary>
    public X509Certificate2Collection TrustedRoots { get; init; } = [];

    /// <summary>Mail goes in the open only to this machine itself; everywhere else STARTTLS is insisted on.</summary>
    public bool RequiresTls => Host is not ("localhost" or "127.0.0.1" or "::1");

    /// <summary>Reads and checks the settings.</summary>
    /// <returns>Null when no server is set.</returns>
    /// <exception cref="SettingException">One of them is missing or wrong.</exception>
    public static MailSettings? Read(IConfiguration configuration)
    {
        var host = configuration[HostSetting];
        if (string.IsNullOrWhiteSpace(host))
        {
            return null;
        }

        var port = 587;
        if (configuration[PortSetting] is { Length: > 0 } text && (!int.TryParse(text, out port) || port is < 1 or > 65535))
        {
            throw new SettingException(PortSetting, "must be a number from 1 to 65535");
        }

        // The domain in ASCII, as it goes over the wire.
        return MailAddress.TryCreate(configuration[FromSetting], out var from) && EmailAddress.TryParse(from.Address, out var address)
            ? new MailSettings(host, port, configuration["Mail:UserName"], configuration["Mail:Password"], new MailAddress(address.Value, from.DisplayName))
            : throw new SettingException(FromSetting, "must be an e-mail address");
    }

    /// <summary>Hidden: it holds a password.</summary>
    public override string ToString() => "(mail settings)";
}
