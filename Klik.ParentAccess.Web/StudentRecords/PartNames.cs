using Klik.ParentAccess.Core.StudentRecords;
using Klik.ParentAccess.Web.Localization;

namespace Klik.ParentAccess.Web.StudentRecords;

/// <summary>What people call the parts of a student's record (rules I14, I15), to students and to parents alike.</summary>
internal static class PartNames
{
    /// <summary>The part's name, as it stands above its page.</summary>
    public static string NameIn(this StudentPart part, ITexts texts) => part switch
    {
        StudentPart.Overview => texts["Overview"],
        StudentPart.Grades => texts["Grades"],
        StudentPart.Progress => texts["Progress"],
        StudentPart.Assessments => texts["Assessments"],
        StudentPart.Goals => texts["Personal goals"],
        StudentPart.Links => texts["Personal links"],
        StudentPart.Conversations => texts["Conversations"],
        _ => throw new ArgumentOutOfRangeException(nameof(part)),
    };
}
