using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using Klik.ParentAccess.Core.Throttling;

namespace Klik.ParentAccess.Web.SignIn;

/// <summary>
/// How many people of one network can set out for a provider: far more than a school does whose classes begin together behind one
/// address, and few enough that a flood from there is turned away cheaply. Each process counts for itself and in memory: there
/// is nothing to guess here, so what is held back is load alone.
/// </summary>
/// <param name="atOnce">How many can set out at once after a quiet time.</param>
/// <param name="aSecond">How many can go on to do so each second.</param>
internal sealed class SignInRate(int atOnce = SignInRate.AtOnce, int aSecond = SignInRate.ASecond) : IDisposable
{
    /// <summary>Twice the students of a large school.</summary>
    public const int AtOnce = 3_000;

    /// <summary>A large school within two minutes.</summary>
    public const int ASecond = 20;

    private readonly PartitionedRateLimiter<string> _limiter = PartitionedRateLimiter.Create<string, string>(network =>
        RateLimitPartition.GetTokenBucketLimiter(network, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = atOnce,
            TokensPerPeriod = aSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            QueueLimit = 0,
        }));

    /// <summary>Whether one more can set out from an address now.</summary>
    /// <param name="address">Null, where the server does not know it, is one network.</param>
    public bool Admits(IPAddress? address)
    {
        using var lease = _limiter.AttemptAcquire(address is null ? "" : NetworkPart.Of(address));
        return lease.IsAcquired;
    }

    /// <inheritdoc/>
    public void Dispose() => _limiter.Dispose();

    /// <summary>For how long whoever is turned away is told to wait, in seconds: a header's value.</summary>
    public static string Wait { get; } = 60.ToString(CultureInfo.InvariantCulture);
}
