namespace Klik.ParentAccess.Web.Administration.Letters;

/// <summary>The lists on the page of letters.</summary>
public enum LettersList
{
    /// <summary>The letters that there are.</summary>
    Letters,

    /// <summary>All students, to make a letter for one of them.</summary>
    Students,
}
