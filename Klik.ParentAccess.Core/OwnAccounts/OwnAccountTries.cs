using System.Net;
using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Core.Throttling;

namespace Klik.ParentAccess.Core.OwnAccounts;

/// <summary>
/// Counts tries with own accounts, by what was typed and whether or not there is such an account, so that neither the answer nor
/// the work tells. Not to be called while a unit of work is open.
/// </summary>
public sealed class OwnAccountTries(IAttemptCounters counters, PersonalData personalData, TimeProvider time)
{
    /// <summary>Passwords typed for one address; a lockout that ends by itself and that a passkey or reset goes around.</summary>
    internal static readonly AttemptLimit Passwords =
        new("own-password", 5, TimeSpan.FromSeconds(30), TimeSpan.FromHours(1), AttemptLimit.LongestWindow);

    /// <summary>Whatever comes from one network address; many people may share one.</summary>
    internal static readonly AttemptLimit Network =
        new("own-network", 30, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(10));

    /// <summary>Mails to one address that did not ask for them.</summary>
    internal static readonly AttemptLimit Mails = new("own-mail", 3, TimeSpan.FromHours(1), TimeSpan.FromHours(12), AttemptLimit.LongestWindow);

    /// <summary>A password is about to be compared.</summary>
    /// <returns>False when one has to wait.</returns>
    internal async Task<bool> TakePasswordAsync(EmailAddress address, CancellationToken cancellationToken) =>
        (await TakeAsync(Passwords, address.Normalized, cancellationToken)).Until is null;

    /// <summary>Something comes from a network address.</summary>
    internal Task<AttemptTry> TakeNetworkAsync(IPAddress? network, CancellationToken cancellationToken) =>
        TakeAsync(Network, network is null ? "" : NetworkPart.Of(network), cancellationToken);

    /// <summary>A mail to an address that did not ask for it.</summary>
    /// <returns>False when there have been enough.</returns>
    internal async Task<bool> TakeMailAsync(EmailAddress address, CancellationToken cancellationToken) =>
        (await TakeAsync(Mails, address.Normalized, cancellationToken)).Until is null;

    /// <summary>The password was right: what was counted is taken back.</summary>
    /// <param name="address">The address that was typed.</param>
    /// <param name="network">As the network address was counted.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    internal Task SucceedAsync(EmailAddress address, CountedAttempt network, CancellationToken cancellationToken) =>
        counters.TakeBackAsync(network, PasswordKey(address), cancellationToken);

    /// <summary>The passwords tried for an address are forgotten.</summary>
    internal Task ForgetPasswordsAsync(EmailAddress address, CancellationToken cancellationToken) =>
        counters.ForgetAsync(PasswordKey(address), cancellationToken);

    private Task<AttemptTry> TakeAsync(AttemptLimit limit, string what, CancellationToken cancellationToken) =>
        counters.TakeAsync(limit, what, personalData, time, cancellationToken);

    private AttemptKey PasswordKey(EmailAddress address) => Passwords.KeyOf(address.Normalized, personalData);
}
