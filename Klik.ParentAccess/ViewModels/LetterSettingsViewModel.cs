using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Klik.ParentAccess.ViewModels;

/// <summary>The form with the settings of parent letters. Not sealed: Orchard derives a shape from it.</summary>
public class LetterSettingsViewModel
{
    /// <summary>Days that a letter's code works, or nothing for what the host is set to.</summary>
    public int? LetterLifetimeDays { get; set; }

    /// <summary>How many parents can use a letter, or nothing for what the host is set to.</summary>
    public int? LetterSeats { get; set; }

    /// <summary>What is in force where <see cref="LetterLifetimeDays"/> is left empty.</summary>
    [BindNever]
    public int DefaultLetterLifetimeDays { get; set; }

    /// <summary>What is in force where <see cref="LetterSeats"/> is left empty.</summary>
    [BindNever]
    public int DefaultLetterSeats { get; set; }
}
