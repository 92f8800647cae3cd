namespace Klik.ParentAccess.Tests.Mail;

/// <summary>A command that a mail server got.</summary>
/// <param name="IsSecure">Within TLS.</param>
/// <param name="Text">The command.</param>
internal sealed record SmtpLine(bool IsSecure, string Text);
