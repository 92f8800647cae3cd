namespace Klik.ParentAccess.Core.Letters;

/// <summary>Which letters of a selection are printed.</summary>
public enum LetterChoice
{
    /// <summary>A letter for each student: the present one again where its code works, a new one elsewhere.</summary>
    All,

    /// <summary>Only letters that are there, whose code works and of which a seat is free, again; nothing is made.</summary>
    WithUnusedSeats,
}
