using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Core.Throttling;
using Microsoft.Extensions.Options;

namespace Klik.ParentAccess.Core.Invitations;

/// <summary>
/// How much invitation mail one mailbox gets, whoever causes it, so that many students together do not flood a stranger's. It is
/// counted where mail leaves, and what is too much leaves later: an invitation is never refused for it, because the refusal would
/// tell a student that others invited the same address (rule P6).
/// </summary>
public sealed class RecipientAllowance(
    IAttemptCounters counters, PersonalData personalData, IOptions<ParentAccessOptions> options, TimeProvider time)
{
    // Whoever has had the most waits until they are counted anew.
    private readonly AttemptLimit _limit = new(
        "invitation-mail",
        options.Value.InvitationMailsPerMailbox,
        AttemptLimit.LongestWindow,
        AttemptLimit.LongestWindow,
        AttemptLimit.LongestWindow);

    /// <summary>An invitation's mail is about to leave.</summary>
    internal Task<AttemptTry> TakeAsync(EmailAddress recipient, CancellationToken cancellationToken) =>
        counters.TakeAsync(_limit, MailboxOf(recipient), personalData, time, cancellationToken);

    /// <summary>It did not.</summary>
    internal Task GiveBackAsync(CountedAttempt attempt, CancellationToken cancellationToken) =>
        counters.TakeBackAsync(attempt, forgotten: null, cancellationToken);

    // One mailbox has any number of addresses with a plus, and at Gmail with dots. Where that is not so, two mailboxes are
    // counted together, and at worst their mail leaves later.
    private static string MailboxOf(EmailAddress address)
    {
        var text = address.Normalized;
        var at = text.LastIndexOf('@');
        var (local, domain) = (text[..at], text[(at + 1)..]);
        var plus = local.IndexOf('+', StringComparison.Ordinal);
        local = plus > 0 ? local[..plus] : local;
        return domain is "gmail.com" or "googlemail.com" ? $"{local.Replace(".", "", StringComparison.Ordinal)}@gmail.com" : $"{local}@{domain}";
    }
}
