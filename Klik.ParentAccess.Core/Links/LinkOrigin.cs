namespace Klik.ParentAccess.Core.Links;

/// <summary>Through what a link came about (rule P5). The numbers are stored and never change.</summary>
public enum LinkOrigin
{
    /// <summary>The student's invitation.</summary>
    Invitation = 0,

    /// <summary>A parent letter.</summary>
    Letter = 1,
}
