using System.Net;
using System.Net.Sockets;
using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Core.Storage;

namespace Klik.ParentAccess.Core.OwnAccounts;

/// <summary>
/// Counts tries with own accounts, by what was typed and whether or not there is such an account, so that neither the answer nor
/// the work tells. The counts are in the database: they hold across processes and restarts.
/// </summary>
public sealed class OwnAccountTries(IParentAccessStore store, PersonalData personalData, TimeProvider time)
{
    private const int SharedBytes = 8;

    /// <summary>A password is about to be compared.</summary>
    /// <returns>False when one has to wait.</returns>
    internal async Task<bool> TakePasswordAsync(EmailAddress address, CancellationToken cancellationToken) =>
        await TakeAsync(PasswordKey(address), TryLimit.Password, cancellationToken) is null;

    /// <summary>Something comes from a network address.</summary>
    /// <returns>Null when it may; otherwise when the next one may.</returns>
    internal Task<DateTimeOffset?> TakeNetworkAsync(IPAddress? network, CancellationToken cancellationToken) =>
        TakeAsync(NetworkKey(network), TryLimit.Network, cancellationToken);

    /// <summary>A mail to an address that did not ask for it.</summary>
    /// <returns>False when there have been enough.</returns>
    internal async Task<bool> TakeMailAsync(EmailAddress address, CancellationToken cancellationToken) =>
        await TakeAsync(Key("mail", address.Normalized), TryLimit.Mail, cancellationToken) is null;

    /// <summary>The password was right: what was counted is taken back.</summary>
    internal async Task SucceedAsync(IUnitOfWork work, EmailAddress address, IPAddress? network, CancellationToken cancellationToken)
    {
        await work.OwnAccounts.ReturnTryAsync(NetworkKey(network), cancellationToken);
        await ForgetPasswordsAsync(work, address, cancellationToken);
    }

    /// <summary>The passwords tried for an address are forgotten.</summary>
    internal Task ForgetPasswordsAsync(IUnitOfWork work, EmailAddress address, CancellationToken cancellationToken) =>
        work.OwnAccounts.ForgetTriesAsync(PasswordKey(address), cancellationToken);

    private async Task<DateTimeOffset?> TakeAsync(string key, TryLimit limit, CancellationToken cancellationToken)
    {
        await using var work = await store.BeginAsync(cancellationToken);
        var next = await work.OwnAccounts.TakeTryAsync(key, limit, time.GetUtcNow(), cancellationToken);
        await work.CommitAsync(cancellationToken);
        return next;
    }

    private string PasswordKey(EmailAddress address) => Key("password", address.Normalized);

    private string NetworkKey(IPAddress? network) => Key("network", NetworkOf(network));

    private string Key(string kind, string what) => personalData.Hashes($"own-account-tries-{kind}", what)[0];

    // One household or phone has a whole /64 of IPv6.
    private static string NetworkOf(IPAddress? network)
    {
        if (network is null)
        {
            return "";
        }

        var plain = network.IsIPv4MappedToIPv6 ? network.MapToIPv4() : network;
        return plain.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(plain.GetAddressBytes()[..SharedBytes]) : plain.ToString();
    }
}
