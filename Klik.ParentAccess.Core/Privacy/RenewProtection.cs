using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Core.Letters;
using Klik.ParentAccess.Core.OwnAccounts;
using Klik.ParentAccess.Core.Schools;
using Microsoft.Extensions.Logging;

namespace Klik.ParentAccess.Core.Privacy;

/// <summary>
/// Brings what is stored to the newest key (rule I13), so that an older one can be taken out. Run by the host, hourly. It may be
/// ended at any moment and run beside itself: what is renewed is not found again.
/// </summary>
public sealed partial class RenewProtection(
    IProtectedRows rows,
    PersonalData personalData,
    ICurrentSchool school,
    TimeProvider time,
    ILogger<RenewProtection> logger,
    ILetters? letters = null)
{
    private const int BatchSize = 100;

    /// <summary>Renews, in batches of which each is one transaction (rule P7). With one key there is nothing to do, and nothing is asked.</summary>
    /// <returns>What was done and found; a log line says the same.</returns>
    public async Task<RenewProtectionResult> ExecuteAsync(CancellationToken cancellationToken)
    {
        if (!personalData.HasOlderKeys)
        {
            return new RenewProtectionResult(0, 0, 0, 0);
        }

        var version = personalData.NewestKeyVersion;
        var (renewed, found) = (0, 0);
        foreach (var table in Enum.GetValues<ProtectedTable>())
        {
            await foreach (var old in OldAsync(table, version, cancellationToken))
            {
                found += old.Count;
                renewed += old.Select(row => Renewed(table, row)).OfType<RenewedRow>().ToList() is [_, ..] batch
                    ? await rows.ReplaceAsync(table, batch, cancellationToken)
                    : 0;
            }
        }

        var result = new RenewProtectionResult(
            renewed,
            found - renewed,
            letters is null ? 0 : await letters.CountUnderOtherKeysAsync(version, time.GetUtcNow(), cancellationToken),
            await rows.CountLoginsAsync(version, cancellationToken));
        Log(version, result);
        return result;
    }

    private async IAsyncEnumerable<IReadOnlyList<ProtectedRow>> OldAsync(
        ProtectedTable table, byte version, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? after = null;
        while (await rows.ListAsync(table, version, after, BatchSize, cancellationToken) is [.., var last] batch)
        {
            yield return [.. batch.Where(row => IsOld(row.Name) || IsOld(row.Address))];
            after = last.Id;
        }
    }

    private bool IsOld(ProtectedText? text) => text is not null && !personalData.IsUnderNewestKey(text);

    // Null for what cannot be read: it stays, for whoever puts the missing key back.
    private RenewedRow? Renewed(ProtectedTable table, ProtectedRow row)
    {
        try
        {
            EmailAddress? address = null;
            if (row.Address is not null && !EmailAddress.TryParse(personalData.Unprotect(row.Address), out address))
            {
                return null;
            }

            return new RenewedRow(
                row,
                row.Name is null ? null : personalData.Protect(personalData.Unprotect(row.Name)),
                address is null ? null : personalData.Protect(address.Value),
                address is null ? null : personalData.HashTyped(address),
                table == ProtectedTable.OwnAccounts ? personalData.HashesOfLogin(OwnAccount.Issuer, row.Id) : []);
        }
        catch (Exception problem) when (problem is CryptographicException or FormatException)
        {
            return null;
        }
    }

    private void Log(byte version, RenewProtectionResult result)
    {
        if (result.IsNothing)
        {
            LogNothing(logger, school.School.Id.Value, version);
        }
        else
        {
            LogRenewed(logger, school.School.Id.Value, version, result.Renewed, result.Left, result.Letters, result.Logins);
        }
    }

    [LoggerMessage(7001, LogLevel.Information, "School {School} under key version {Version}: {Renewed} rows renewed; under older ones are {Left} rows, {Letters} letters that are good still, and {Logins} parents who have not signed in since.")]
    private static partial void LogRenewed(ILogger logger, string school, byte version, int renewed, int left, int letters, int logins);

    [LoggerMessage(7002, LogLevel.Information, "School {School} has nothing under a key version older than {Version}.")]
    private static partial void LogNothing(ILogger logger, string school, byte version);
}
