using System.Net.Mail;
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

        return MailAddress.TryCreate(configuration[FromSetting], out var from)
            ? new MailSettings(host, port, configuration["Mail:UserName"], configuration["Mail:Password"], from)
            : throw new SettingException(FromSetting, "must be an e-mail address");
    }

    /// <summary>Hidden: it holds a password.</summary>
    public override string ToString() => "(mail settings)";
}
