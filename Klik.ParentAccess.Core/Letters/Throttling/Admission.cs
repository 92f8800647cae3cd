using Klik.ParentAccess.Core.Throttling;

namespace Klik.ParentAccess.Core.Letters.Throttling;

/// <summary>Whether an attempt may be made.</summary>
internal abstract record Admission
{
    private Admission()
    {
    }

    /// <summary>It may, and is counted already.</summary>
    public sealed record Admitted(CountedAttempt Attempt) : Admission;

    /// <summary>It may not, and is not counted.</summary>
    public sealed record Refused(TimeSpan RetryAfter, Challenge? Challenge) : Admission;
}
