using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Core.Letters;
using Klik.ParentAccess.Core.Letters.Throttling;
using Klik.ParentAccess.Core.Students;
using Klik.ParentAccess.Tests.Fakes;

namespace Klik.ParentAccess.Tests.Letters;

/// <summary>A school in memory with a student who has a letter, and short ways to use it.</summary>
internal sealed class LetterSchool : IAsyncDisposable
{
    public static readonly DateOnly BirthDate = new(2012, 5, 17);
    public static readonly IPAddress Home = IPAddress.Parse("192.0.2.7");

    private int _unknown;

    public LetterSchool() => Emma = School.Students.Add("Emma");

    public FakeSchool School { get; } = new();

    public StudentId Emma { get; }

    public static LetterParent Parent(string name) =>
        new LetterParent.Newcomer(new ExternalIdentity(ExternalProvider.Google, "https://accounts.google.com", $"google-{name}", null, false), name);

    /// <summary>From now on the school has Emma's date of birth.</summary>
    public void KnowBirthDate() => School.Students.Put(School.Students.Get(Emma) with { BirthDate = BirthDate });

    public async Task<string> CodeAsync() => (await School.LetterAsync(Emma)).Code.Text;

    /// <summary>A code that nobody has.</summary>
    public string UnknownCode() => UnknownCode(Interlocked.Increment(ref _unknown));

    /// <summary>Tries codes that nobody has.</summary>
    /// <param name="attempts">How many.</param>
    /// <param name="account">Who, for each; a new account when it gives none.</param>
    /// <param name="network">From where, for each.</param>
    public async Task<IReadOnlyList<RedeemActivationCodeResult>> GuessAsync(int attempts, Func<int, string> account, Func<int, IPAddress?> network)
    {
        var results = new List<RedeemActivationCodeResult>();
        for (var attempt = 0; attempt < attempts; attempt++)
        {
            results.Add(await School.RedeemAsync(Parent(account(attempt)), UnknownCode(), network: network(attempt)));
        }

        return results;
    }

    /// <summary>Besieges the school from everywhere.</summary>
    public Task<IReadOnlyList<RedeemActivationCodeResult>> BesiegeAsync(int failures = RedeemThrottle.FreeForSchool) =>
        GuessAsync(failures, attempt => $"attacker {attempt / 5}", attempt => IPAddress.Parse(string.Create(CultureInfo.InvariantCulture, $"198.51.{attempt / 200}.{attempt % 200}")));

    /// <summary>What a browser does for a challenge.</summary>
    public static ChallengeAnswer Solve(Challenge challenge)
    {
        for (var number = 0; ; number++)
        {
            var proof = number.ToString(CultureInfo.InvariantCulture);
            var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{challenge.Token}:{proof}"));
            if (ZeroBits(hash) >= challenge.Difficulty)
            {
                return new ChallengeAnswer(challenge.Token, proof);
            }
        }
    }

    public async ValueTask DisposeAsync() => await School.DisposeAsync();

    private static string UnknownCode(int number)
    {
        const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        var signs = $"ZZZZ{number.ToString("D11", CultureInfo.InvariantCulture)}";
        return signs + Alphabet.Single(check => ActivationCode.TryParse(signs + check, out _) is null);
    }

    private static int ZeroBits(byte[] hash)
    {
        var zeros = 0;
        while ((hash[zeros / 8] >> (7 - (zeros % 8)) & 1) == 0)
        {
            zeros++;
        }

        return zeros;
    }
}
