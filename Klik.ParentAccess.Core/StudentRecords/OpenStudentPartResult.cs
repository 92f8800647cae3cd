using Klik.ParentAccess.Core.Links;

namespace Klik.ParentAccess.Core.StudentRecords;

/// <summary>Whether a parent gets to see a part of a student's record.</summary>
/// <typeparam name="T">What the part is.</typeparam>
public abstract record OpenStudentPartResult<T>
{
    private OpenStudentPartResult()
    {
    }

    /// <summary>The parent sees it.</summary>
    /// <param name="Student">The student.</param>
    /// <param name="Content">The part.</param>
    public sealed record Opened(LinkedStudent Student, T Content) : OpenStudentPartResult<T>;

    /// <summary>The parent can no longer sign in: the session is over.</summary>
    public sealed record NoAccess : OpenStudentPartResult<T>;

    /// <summary>Not a student of this parent, or a part that the school does not show; the two look alike.</summary>
    public sealed record NotFound : OpenStudentPartResult<T>;
}
