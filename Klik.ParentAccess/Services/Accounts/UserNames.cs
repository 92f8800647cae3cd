using System.Globalization;
using Klik.ParentAccess.Services.Storage;
using Microsoft.AspNetCore.Identity;

namespace Klik.ParentAccess.Services.Accounts;

/// <summary>Finds free user names among all users of the tenant: the name itself, or with the lowest number that makes it free
/// (rule I10).</summary>
internal sealed class UserNames(TenantDatabase database, ILookupNormalizer normalizer)
{
    private const int FirstBatch = 8;

    /// <summary>Finds one. The caller holds the lock on user names.</summary>
    /// <param name="name">The name that it is made from.</param>
    /// <param name="accountId">The account that it is for, whose present user name counts as free; null for a new one.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public async Task<string> FreeAsync(string name, string? accountId, CancellationToken cancellationToken)
    {
        // Batches double, so that the thousandth Jan Jansen costs eight queries and not a thousand.
        for (int first = 1, batch = FirstBatch; ; first += batch, batch *= 2)
        {
            var candidates = Enumerable.Range(first, batch).Select(number => Numbered(name, number)).ToList();
            var normalized = candidates.ConvertAll(normalizer.NormalizeName);
            var taken = await database.QueryAsync(
                $"""SELECT "NormalizedUserName" FROM {database.Users} WHERE "NormalizedUserName" IN {normalized} AND "UserId" <> {accountId ?? ""}""",
                row => row.GetString(0),
                cancellationToken);
            if (candidates.FirstOrDefault(candidate => !taken.Contains(normalizer.NormalizeName(candidate)!)) is { } free)
            {
                return free;
            }
        }
    }

    private static string Numbered(string name, int number) => number == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name} ({number})");
}
