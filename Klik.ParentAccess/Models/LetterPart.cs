using OrchardCore.ContentManagement;

namespace Klik.ParentAccess.Models;

/// <summary>
/// A parent letter, as a content part (rule O3); its content item is kept as hidden as that of an <see cref="InvitationPart"/>. The
/// activation code is not in it, only what it is matched by (rule P4). Moments are UTC ticks.
/// </summary>
public sealed class LetterPart : ContentPart
{
    /// <summary>The name of the part's content items.</summary>
    public const string ContentType = "ParentLetter";

    /// <summary>The letter's id.</summary>
    public Guid LetterId { get; set; }

    /// <summary>Whom the code links with.</summary>
    public string StudentId { get; set; } = "";

    /// <summary>Which issue it is, from 1.</summary>
    public int Issue { get; set; }

    /// <summary>The version of the school's key that the code is derived with.</summary>
    public byte KeyVersion { get; set; }

    /// <summary>The keyed hash of the code.</summary>
    public string CodeHash { get; set; } = "";

    /// <summary>How many parents can have used the letter in all.</summary>
    public int Seats { get; set; }

    /// <summary>The seats that were used. One stays when its link goes, so that it is not free again.</summary>
    public IList<LetterSeat> UsedSeats { get; set; } = [];

    /// <summary>Wrong dates of birth since the code last linked anybody.</summary>
    public int WrongBirthDates { get; set; }

    /// <summary>When this issue was made.</summary>
    public long MadeAtTicks { get; set; }

    /// <summary>From then on the code does not work.</summary>
    public long ExpiresAtTicks { get; set; }

    /// <summary>When it was revoked; null when it was not.</summary>
    public long? RevokedAtTicks { get; set; }
}
