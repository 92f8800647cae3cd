using Klik.ParentAccess.Tests.Mail;

namespace Klik.ParentAccess.Module.Tests.Failure;

/// <summary>Has a site send its mail to a mail server of the test's.</summary>
internal static class SiteMailServer
{
    /// <summary>The settings for it.</summary>
    public static Dictionary<string, string?> Settings(this FakeSmtpServer server) => new()
    {
        ["OrchardCore:OrchardCore_Email_Smtp:DeliveryMethod"] = "Network",
        ["OrchardCore:OrchardCore_Email_Smtp:Host"] = server.Host,
        ["OrchardCore:OrchardCore_Email_Smtp:Port"] = $"{server.Port}",
        ["OrchardCore:OrchardCore_Email_Smtp:AutoSelectEncryption"] = "false",
        ["OrchardCore:OrchardCore_Email_Smtp:EncryptionMethod"] = "None",
        ["OrchardCore:OrchardCore_Email_Smtp:RequireCredentials"] = "false",
    };
}
