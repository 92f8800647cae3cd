namespace Klik.ParentAccess.Core.Letters.Jobs;

/// <summary>How the making of letters stands.</summary>
public enum LetterJobState
{
    /// <summary>It runs.</summary>
    Running,

    /// <summary>The PDF is there.</summary>
    Ready,

    /// <summary>There was no letter to print, and there is no PDF.</summary>
    Empty,

    /// <summary>It went wrong, as the log says; there is no PDF. What was made by then is printed again the next time.</summary>
    Failed,
}
