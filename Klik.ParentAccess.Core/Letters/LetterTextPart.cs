namespace Klik.ParentAccess.Core.Letters;

/// <summary>A part of a letter's text.</summary>
public enum LetterTextPart
{
    /// <summary>The heading.</summary>
    Title,

    /// <summary>Above the code.</summary>
    Introduction,

    /// <summary>What to do.</summary>
    Steps,

    /// <summary>Below the steps.</summary>
    Closing,
}
