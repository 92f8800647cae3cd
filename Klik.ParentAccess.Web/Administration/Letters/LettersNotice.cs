namespace Klik.ParentAccess.Web.Administration.Letters;

/// <summary>What has just happened to letters. It says the same whether a letter was used or not (rule I9).</summary>
public enum LettersNotice
{
    /// <summary>Another PDF is being made; nothing was done.</summary>
    Busy,

    /// <summary>A letter was issued anew and is being printed.</summary>
    Reissued,

    /// <summary>A letter was issued anew and must still be printed, because another PDF is being made.</summary>
    ReissuedNotPrinted,

    /// <summary>A letter is withdrawn.</summary>
    Withdrawn,

    /// <summary>The student is not there any more, or not active.</summary>
    Gone,

    /// <summary>The PDF is deleted.</summary>
    Deleted,

    /// <summary>The PDF that was asked for is not there.</summary>
    NoPdf,
}
