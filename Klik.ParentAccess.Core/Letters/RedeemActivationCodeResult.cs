using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Core.Letters.Throttling;
using Klik.ParentAccess.Core.Students;

namespace Klik.ParentAccess.Core.Letters;

/// <summary>What became of a code that somebody wants to use.</summary>
public abstract record RedeemActivationCodeResult
{
    private RedeemActivationCodeResult()
    {
    }

    /// <summary>The parent sees the student from now on (rule L3).</summary>
    /// <param name="Account">The account, to sign in.</param>
    /// <param name="Student">The student.</param>
    public sealed record Linked(ParentAccount Account, Student Student) : RedeemActivationCodeResult;

    /// <summary>The parent saw the student already; no seat was used.</summary>
    /// <param name="Account">The account.</param>
    /// <param name="Student">The student.</param>
    public sealed record AlreadyLinked(ParentAccount Account, Student Student) : RedeemActivationCodeResult;

    /// <summary>It is no code, and costs no attempt.</summary>
    /// <param name="Problem">What is wrong with it.</param>
    public sealed record Mistyped(ActivationCodeProblem Problem) : RedeemActivationCodeResult;

    /// <summary>The parent's own name is none, and costs no attempt.</summary>
    /// <param name="Problem">What is wrong with it.</param>
    public sealed record NameRefused(PersonNameProblem Problem) : RedeemActivationCodeResult;

    /// <summary>The code works, and the school has the child's date of birth: it is asked for (rule L7). Costs no attempt.</summary>
    public sealed record BirthDateNeeded : RedeemActivationCodeResult;

    /// <summary>The one answer to everything else: unknown, expired, used up, frozen, revoked or a wrong date (rule P4).</summary>
    public sealed record Refused : RedeemActivationCodeResult;

    /// <summary>Too many attempts: nothing was looked up. To be answered with 429 and <c>Retry-After</c>.</summary>
    /// <param name="RetryAfter">How long to wait.</param>
    /// <param name="Challenge">What opens the door sooner, or after the wait; null when only waiting helps.</param>
    public sealed record Throttled(TimeSpan RetryAfter, Challenge? Challenge) : RedeemActivationCodeResult;
}
