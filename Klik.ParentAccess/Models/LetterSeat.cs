namespace Klik.ParentAccess.Models;

/// <summary>A used seat of a <see cref="LetterPart"/>. Of the parent nothing is in it: who it was is known through the link.</summary>
public sealed class LetterSeat
{
    /// <summary>The link that was made.</summary>
    public Guid LinkId { get; set; }

    /// <summary>When, in UTC ticks.</summary>
    public long TakenAtTicks { get; set; }
}
