using Klik.ParentAccess.Core.Schools;
using Klik.ParentAccess.Core.StudentRecords;
using Klik.ParentAccess.Web.Components;
using Klik.ParentAccess.Web.Localization;

namespace Klik.ParentAccess.Web.Parents;

/// <summary>What a parent reads about the parts of a student's record.</summary>
internal static class PartTexts
{
    private static readonly StudentPart[] All =
        [StudentPart.Grades, StudentPart.Progress, StudentPart.Assessments, StudentPart.Goals, StudentPart.Links, StudentPart.Conversations];

    private static readonly StudentPart[] WithoutConversations = [.. All.Where(part => part != StudentPart.Conversations)];

    /// <summary>The parts that a school shows, in the order in which they are offered (rules I14, I15).</summary>
    public static IReadOnlyList<StudentPart> ShownAt(School school) => school.ShowsConversations ? All : WithoutConversations;

    /// <summary>What is found there.</summary>
    public static string Description(ITexts texts, StudentPart part) => part switch
    {
        StudentPart.Grades => texts["All results by subject"],
        StudentPart.Progress => texts["How far each learning line is"],
        StudentPart.Assessments => texts["What teachers think of the work"],
        StudentPart.Goals => texts["What your child is working towards"],
        StudentPart.Links => texts["Activities, sources and people for your child"],
        StudentPart.Conversations => texts["Reports of talks and what was agreed"],
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, null),
    };

    /// <summary>How much of it changed.</summary>
    public static string News(ITexts texts, StudentPart part, int count) => part switch
    {
        StudentPart.Grades => texts.Plural(count, "{0} new grade", "{0} new grades"),
        StudentPart.Progress => texts.Plural(count, "{0} activity changed", "{0} activities changed"),
        StudentPart.Assessments => texts.Plural(count, "{0} new assessment", "{0} new assessments"),
        StudentPart.Goals => texts.Plural(count, "{0} goal changed", "{0} goals changed"),
        StudentPart.Links => texts.Plural(count, "{0} new link", "{0} new links"),
        StudentPart.Conversations => texts.Plural(count, "{0} new conversation", "{0} new conversations"),
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, null),
    };

    /// <summary>The picture beside the part's name.</summary>
    public static IconName Picture(StudentPart part) => part switch
    {
        StudentPart.Grades => IconName.Grades,
        StudentPart.Progress => IconName.Progress,
        StudentPart.Assessments => IconName.Assessment,
        StudentPart.Goals => IconName.Goal,
        StudentPart.Links => IconName.Link,
        StudentPart.Conversations => IconName.Conversation,
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, null),
    };
}
