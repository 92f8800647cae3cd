using System.Net;
using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Core.Schools;
using Klik.ParentAccess.Core.Throttling;
using Microsoft.Extensions.Logging;

namespace Klik.ParentAccess.Core.Letters.Throttling;

/// <summary>
/// How often codes may be tried (rule P4). Only well-formed codes count, and only those that did not work: what somebody mistypes
/// is told by the check sign and costs nothing.
/// <list type="bullet">
/// <item>An account waits after ten failures: 30 seconds, twice as long after each further one, up to an hour.</item>
/// <item>From a network address with 30 failures in ten minutes, an attempt needs an answered <see cref="Challenge"/>.</item>
/// <item>In a school with 300 failures in an hour, every attempt does, and the administrator is told.</item>
/// <item>A letter takes five wrong dates of birth (<see cref="Letter.MostWrongBirthDates"/>).</item>
/// </list>
/// <para><b>Why nobody can lock out a family that has the right letter.</b> What an attacker can raise are the counts of accounts
/// that are the attacker's own, of networks and of the school. The last two never refuse: they only ask for a challenge, which
/// a browser answers by a second of work, or anybody by waiting half a minute, and which is good whatever the counts have
/// become meanwhile. It is bound to the account, so that nobody can use up another's. The count of an account refuses, but only
/// that account, and nobody can fail in its name without being signed in as it. A letter freezes by wrong dates, but only whoever
/// has its code can give one. So a family with the right code and an account of its own, from any network, in a school under
/// attack, gets in at the second try. Many families behind one address (a parents' evening on the school's network) are asked
/// for the same at worst, and then only after thirty real failures.</para>
/// <para>The attacker pays per guess a second of work or half a minute of waiting, ten times an account and then up to an hour;
/// against 75 bits that comes to nothing long before the codes expire.</para>
/// <para>An attempt is counted before the code is looked at and taken back when it was good. The account's count is raised
/// only if it still is what was decided on, so that attempts at the same moment get no further than one after the other.</para>
/// </summary>
public sealed partial class RedeemThrottle(
    IAttemptCounters counters, PersonalData personalData, ICurrentSchool school, SiegeNotices notices, TimeProvider time, ILogger<RedeemThrottle> logger)
{
    /// <summary>Failures that an account has free.</summary>
    public const int FreeForAccount = 10;

    /// <summary>Failures that a network address has free in ten minutes.</summary>
    public const int FreeForNetwork = 30;

    /// <summary>Failures that a school has free in an hour.</summary>
    public const int FreeForSchool = 300;

    private const int MostTries = 5;

    private static readonly AttemptLimit AccountLimit =
        new("account", FreeForAccount, TimeSpan.FromSeconds(30), TimeSpan.FromHours(1), AttemptLimit.LongestWindow);

    private static readonly TimeSpan NetworkWindow = TimeSpan.FromMinutes(10);
    private static readonly AttemptKey SchoolKey = new("school", TimeSpan.FromHours(1));
    private readonly Challenges _challenges = new(personalData);

    /// <summary>Whether the school has had so many failures that the administrator is to know.</summary>
    internal async Task<bool> IsSchoolBesiegedAsync(CancellationToken cancellationToken) =>
        (await counters.ReadAsync([SchoolKey], time.GetUtcNow(), cancellationToken))[0].Attempts >= FreeForSchool;

    /// <summary>Asks whether an attempt may be made, and counts it if so.</summary>
    internal async Task<Admission> EnterAsync(LetterParent parent, IPAddress? network, ChallengeAnswer? answer, CancellationToken cancellationToken)
    {
        var account = AccountLimit.KeyOf(TextOf(parent), personalData);
        AttemptKey[] others = network is null ? [SchoolKey] : [SchoolKey, AttemptKey.Of("network", NetworkPart.Of(network), NetworkWindow, personalData)];
        for (var tried = 0; tried < MostTries; tried++)
        {
            var now = time.GetUtcNow();
            var counts = await counters.ReadAsync([account, .. others], now, cancellationToken);
            if (counts[1].Attempts >= FreeForSchool && notices.IsDue(school.School.Id, now))
            {
                LogBesieged(logger, FreeForSchool);
            }

            if (Refuse(counts, answer, now) is { } refused)
            {
                return refused;
            }

            if (await counters.TryAddAsync(counts[0], others, now, cancellationToken))
            {
                return new Admission.Admitted(new CountedAttempt(counts, now));
            }
        }

        // Others try with this account at this very moment.
        return new Admission.Refused(TimeSpan.FromSeconds(1), null);
    }

    /// <summary>An admitted attempt was no failure. With a seat, it is the last part of the unit of work that uses it.</summary>
    /// <param name="admission">The attempt.</param>
    /// <param name="hasLinked">Whether a seat was used for it: then the account's earlier failures are forgotten. Not otherwise, or
    /// a parent could clear them again and again with the code of a letter already used.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    internal Task LeaveAsync(Admission.Admitted admission, bool hasLinked, CancellationToken cancellationToken) =>
        counters.TakeBackAsync(admission.Attempt, hasLinked ? admission.Attempt.Before[0].Key : null, cancellationToken);

    private Admission.Refused? Refuse(IReadOnlyList<AttemptCount> counts, ChallengeAnswer? answer, DateTimeOffset now)
    {
        var account = counts[0];
        if (AccountLimit.Until(account, now) is { } until)
        {
            return new Admission.Refused(until - now, null);
        }

        var isBusy = counts[1].Attempts >= FreeForSchool || (counts.Count > 2 && counts[2].Attempts >= FreeForNetwork);
        return isBusy && !_challenges.IsGood(answer, account, now)
            ? new Admission.Refused(Challenges.Wait, _challenges.For(account, now))
            : null;
    }

    private static string TextOf(LetterParent parent) => parent switch
    {
        LetterParent.Known { AccountId: var id } => id,
        LetterParent.Newcomer { Identity: var identity } => $"{identity.Issuer}\n{identity.Subject}",
        _ => throw new ArgumentOutOfRangeException(nameof(parent)),
    };

    [LoggerMessage(EventId = 6001, Level = LogLevel.Warning, Message = "{Failures} activation codes that do not exist were tried within an hour. Families with the right letter still get in.")]
    private static partial void LogBesieged(ILogger logger, int failures);
}
