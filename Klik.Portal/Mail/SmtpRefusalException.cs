namespace Klik.Portal.Mail;

/// <summary>The mail server said no. The message holds no word of the server's, which may be personal.</summary>
/// <param name="stage">To what.</param>
/// <param name="problem">The code of the answer, or what was not offered.</param>
/// <param name="isForGood">No later attempt of the same helps.</param>
internal sealed class SmtpRefusalException(SmtpStage stage, string problem, bool isForGood) : Exception($"{stage} {problem}")
{
    /// <summary>Whether no later attempt helps: the address or the mail itself is refused.</summary>
    public bool IsForGood { get; } = isForGood && (stage is SmtpStage.Recipient or SmtpStage.Content);
}
