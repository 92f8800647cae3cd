namespace Klik.Portal.Mail;

/// <summary>How far the talk with a mail server has come; it says whom a refusal is about.</summary>
internal enum SmtpStage
{
    /// <summary>Before the mail: greeting, STARTTLS, sign-in.</summary>
    Opening,

    /// <summary>The sender is named.</summary>
    Sender,

    /// <summary>The recipient is named.</summary>
    Recipient,

    /// <summary>The mail itself.</summary>
    Content,
}
