namespace Klik.ParentAccess.Tests.Mail;

/// <summary>Where a talk with a mail server is.</summary>
public enum SmtpStep
{
    Greeting,
    Hello,
    StartTls,
    SignIn,

    /// <summary>A word of a sign-in, such as the password.</summary>
    Word,
    Mail,
    Recipient,
    Data,

    /// <summary>After the mail itself.</summary>
    Content,
    Quit,
}
