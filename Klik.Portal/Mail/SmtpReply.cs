namespace Klik.Portal.Mail;

/// <summary>What a mail server answered (RFC 5321, 4.2).</summary>
/// <param name="Code">Three digits.</param>
/// <param name="Lines">The words of each line, which may repeat an address.</param>
internal sealed record SmtpReply(int Code, IReadOnlyList<string> Lines)
{
    private const int MailboxFull = 552;
    private const int UnknownOption = 555;

    /// <summary>Yes, or yes so far.</summary>
    public bool IsYes => Code is >= 200 and < 400;

    /// <summary>
    /// Whether the same mail to the same address will be refused again tomorrow. Not so where the fault is ours (the codes around
    /// signing in, 50x and 53x, and the policies of 5.7: relaying, signatures, reputation), which whoever runs the portal mends.
    /// </summary>
    public bool IsForGood => Code is >= 550 and < 600 and not MailboxFull and not UnknownOption && !Lines[^1].StartsWith("5.7.", StringComparison.Ordinal);

    /// <summary>Whether a service is offered, in the answer to EHLO; with its arguments.</summary>
    public string? Offer(string keyword) =>
        Lines.FirstOrDefault(line => line.Equals(keyword, StringComparison.OrdinalIgnoreCase) || line.StartsWith(keyword + " ", StringComparison.OrdinalIgnoreCase));

    /// <summary>The code alone: the words may be personal.</summary>
    public override string ToString() => $"{Code}";
}
