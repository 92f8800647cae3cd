using YesSql.Indexes;

namespace Klik.ParentAccess.Indexes;

/// <summary>What parent letters are found and counted by.</summary>
public sealed class LetterPartIndex : MapIndex, IDocumentIndex
{
    /// <summary>The content item's document.</summary>
    public long DocumentId { get; set; }

    /// <summary>The letter's id, unique.</summary>
    public string LetterId { get; set; } = "";

    /// <summary>Whom it is for, unique: one letter a student (rule P7).</summary>
    public string StudentId { get; set; } = "";

    /// <summary>What the code is matched by, unique: one student a code (rule L3).</summary>
    public string CodeHash { get; set; } = "";

    /// <summary>How many seats were used.</summary>
    public int UsedSeats { get; set; }

    /// <summary>When this issue was made, in UTC ticks.</summary>
    public long MadeAtTicks { get; set; }

    /// <summary>When it expires, in UTC ticks.</summary>
    public long ExpiresAtTicks { get; set; }
}
