namespace Klik.ParentAccess.Models;

/// <summary>What the school's administrator chooses for parent letters; kept among the site settings.</summary>
public sealed class LetterSettings
{
    /// <summary>Whole days that a letter's code works, 1 to 365; null for what the host is set to (rule P4).</summary>
    public int? LetterLifetimeDays { get; set; }

    /// <summary>How many parents can use a letter, 1 to 10; null for what the host is set to (rule P4).</summary>
    public int? LetterSeats { get; set; }
}
