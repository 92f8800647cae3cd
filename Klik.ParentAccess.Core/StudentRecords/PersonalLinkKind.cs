namespace Klik.ParentAccess.Core.StudentRecords;

/// <summary>What a personal link is to. The numbers are stored and never change.</summary>
public enum PersonalLinkKind
{
    /// <summary>An activity.</summary>
    Activity = 0,

    /// <summary>A source, such as a web page or a book.</summary>
    Source = 1,

    /// <summary>A person, such as a coach.</summary>
    Person = 2,
}
