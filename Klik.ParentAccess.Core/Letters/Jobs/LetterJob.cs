namespace Klik.ParentAccess.Core.Letters.Jobs;

/// <summary>A school's latest PDF of letters. Which students' letters are in it, is known only to the order.</summary>
/// <param name="Id">What the PDF is found by.</param>
/// <param name="State">How it stands.</param>
/// <param name="Written">How many letters have been written.</param>
/// <param name="Expected">How many there will be at most; 0 while that is not known.</param>
/// <param name="EndedAt">When it ended, if it has.</param>
public sealed record LetterJob(Guid Id, LetterJobState State, int Written, int Expected, DateTimeOffset? EndedAt)
{
    /// <summary>How far it is, 0 to 100.</summary>
    public int Percent => Expected == 0 ? 0 : Math.Clamp((int)(100L * Written / Expected), 0, 100);

    /// <summary>When the PDF is deleted; null while there is none.</summary>
    public DateTimeOffset? DeletedAt => State == LetterJobState.Ready ? EndedAt + LetterJobs.Kept : null;
}
