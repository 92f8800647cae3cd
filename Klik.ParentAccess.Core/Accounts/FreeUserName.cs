using System.Globalization;

namespace Klik.ParentAccess.Core.Accounts;

/// <summary>Finds a free user name: the name itself, or with the lowest number that makes it free (rule I10).</summary>
public static class FreeUserName
{
    private const int FirstBatch = 8;

    /// <summary>Finds one. The caller holds the lock on the school's user names.</summary>
    /// <param name="name">The name that it is made from.</param>
    /// <param name="normalize">How the host compares user names.</param>
    /// <param name="takenAmong">Which of these normalized user names somebody else has.</param>
    /// <returns>The user name as it is shown.</returns>
    public static async Task<string> FindAsync(
        string name,
        Func<string, string> normalize,
        Func<List<string>, Task<List<string>>> takenAmong)
    {
        ArgumentNullException.ThrowIfNull(normalize);
        ArgumentNullException.ThrowIfNull(takenAmong);

        // Batches double, so that the thousandth Jan Jansen costs eight queries and not a thousand.
        for (int first = 1, batch = FirstBatch; ; first += batch, batch *= 2)
        {
            var candidates = Enumerable.Range(first, batch).Select(number => Numbered(name, number)).ToList();
            var taken = await takenAmong(candidates.ConvertAll(candidate => normalize(candidate)));
            if (candidates.FirstOrDefault(candidate => !taken.Contains(normalize(candidate))) is { } free)
            {
                return free;
            }
        }
    }

    private static string Numbered(string name, int number) => number == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name} ({number})");
}
